package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.loader.output.ProjectLists;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The flags of {@code config} that print a list in place of the project. */
final class ConfigLists {
    private static final Flag ENVIRONMENT = Flag.ofSwitch("environment", "Print the variables that files may use");
    private static final Flag HASH =
            Flag.ofText("hash", "SERVICES", "Print the configuration hashes of services, \"*\" for all");
    private static final Flag IMAGES = Flag.ofSwitch("images", "Print the images");
    private static final Flag MODELS = Flag.ofSwitch("models", "Print the models");
    private static final Flag NETWORKS = Flag.ofSwitch("networks", "Print the networks");
    private static final Flag PROFILES = Flag.ofSwitch("profiles", "Print the profiles");
    private static final Flag SERVICES = Flag.ofSwitch("services", "Print the services");
    private static final Flag VOLUMES = Flag.ofSwitch("volumes", "Print the volumes");

    static final Flag[] FLAGS = {SERVICES, VOLUMES, NETWORKS, MODELS, HASH, PROFILES, IMAGES, ENVIRONMENT};

    private ConfigLists() {}

    static boolean isAsked(Arguments arguments) {
        return Arrays.stream(FLAGS).anyMatch(arguments::given);
    }

    /** {@return the list that is asked for, a line for each item; of several the first in the order of {@link #FLAGS}} */
    static String of(Invocation call, Project project) {
        StringBuilder text = new StringBuilder();
        items(call, project).forEach(item -> text.append(item).append('\n'));
        return text.toString();
    }

    private static List<String> items(Invocation call, Project project) {
        Arguments arguments = call.arguments();
        if (arguments.is(SERVICES)) {
            return ProjectLists.services(project);
        }
        if (arguments.is(VOLUMES)) {
            return ProjectLists.volumes(project);
        }
        if (arguments.is(NETWORKS)) {
            return ProjectLists.networks(project);
        }
        if (arguments.is(MODELS)) {
            return ProjectLists.models(project);
        }
        String hashed = arguments.text(HASH);
        if (hashed != null) {
            return hashes(project, hashed);
        }
        if (arguments.is(PROFILES)) {
            return ProjectLists.profiles(project);
        }
        if (arguments.is(IMAGES)) {
            return ProjectLists.images(project, call.separator(project));
        }
        return arguments.is(ENVIRONMENT) ? ProjectLists.environment(project) : List.of();
    }

    private static List<String> hashes(Project project, String names) {
        Map<String, String> hashes = ProjectLists.hashes(project);
        List<String> wanted = names.equals("*") ? List.copyOf(hashes.keySet()) : Arrays.asList(names.split(","));
        List<String> lines = new ArrayList<>();
        for (String name : wanted) {
            String hash = hashes.get(name);
            if (hash == null) {
                throw new ComposeException("no such service: " + name);
            }
            lines.add(name + " " + hash);
        }
        return lines;
    }
}
