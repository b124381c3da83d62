package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.loader.ShortSyntax;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.session.RunOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The flags of {@code run}, and the options that they make. */
final class RunFlags {
    private static final Flag BUILD = Flag.ofSwitch("build", "Build the image of the service first");
    private static final Flag CAP_ADD = Flag.ofList("cap-add", "NAME", "Add a capability");
    private static final Flag CAP_DROP = Flag.ofList("cap-drop", "NAME", "Drop a capability");
    static final Flag DETACH = Flag.ofSwitch("detach", "Leave the container in the background and print its id")
            .orLetter('d');
    private static final Flag ENTRYPOINT =
            Flag.ofText("entrypoint", "COMMAND", "In place of the entrypoint of the service or its image");
    private static final Flag ENV_FROM_FILE = Flag.ofList("env-from-file", "FILE", "Set variables from a file");
    private static final Flag LABEL =
            Flag.ofList("label", "KEY=VALUE", "Add a label").orLetter('l');
    private static final Flag LABELS =
            Flag.ofList("labels", "KEY=VALUE", "The same as --label").hide();
    private static final Flag NAME = Flag.ofText("name", "NAME", "Name of the container");
    private static final Flag PUBLISH =
            Flag.ofList("publish", "PORT", "Publish a port of the container").orLetter('p');
    static final Flag QUIET =
            Flag.ofSwitch("quiet", "Show the output of the container only").orLetter('q');
    private static final Flag QUIET_BUILD = Flag.ofSwitch("quiet-build", "Do not show the output of builds");
    private static final Flag RM = Flag.ofSwitch("rm", "Remove the container when it has ended");
    private static final Flag SERVICE_PORTS =
            Flag.ofSwitch("service-ports", "Publish the ports of the service").orLetter('P');
    private static final Flag USE_ALIASES =
            Flag.ofSwitch("use-aliases", "Let the container answer to the network aliases of the service");
    private static final Flag VOLUME =
            Flag.ofList("volume", "MOUNT", "Mount a folder or a volume").orLetter('v');
    private static final Flag VOLUMES =
            Flag.ofList("volumes", "MOUNT", "The same as --volume").hide();

    static final FlagSet ALL = FlagSet.of(
                    BUILD,
                    CAP_ADD,
                    CAP_DROP,
                    DETACH,
                    ENTRYPOINT,
                    ExecCommand.ENV,
                    ENV_FROM_FILE,
                    TtyFlags.INTERACTIVE,
                    LABEL,
                    LABELS,
                    NAME,
                    TtyFlags.NO_TTY,
                    TtyFlags.OLD_NO_TTY,
                    ServiceFlags.NO_DEPS,
                    PUBLISH,
                    ServiceFlags.PULL,
                    QUIET,
                    QUIET_BUILD,
                    ServiceFlags.QUIET_PULL,
                    ServiceFlags.REMOVE_ORPHANS,
                    RM,
                    SERVICE_PORTS,
                    TtyFlags.TTY,
                    USE_ALIASES,
                    ExecCommand.USER,
                    VOLUME,
                    VOLUMES,
                    ExecCommand.WORKDIR)
            .beforeArguments();

    private RunFlags() {}

    /** Refuses flags that contradict each other. */
    static void check(Arguments arguments) {
        if (arguments.is(SERVICE_PORTS) && arguments.given(PUBLISH)) {
            throw new UsageException("--service-ports and --publish are incompatible");
        }
    }

    static RunOptions options(Invocation call, Project project, boolean tty) {
        Arguments arguments = call.arguments();
        List<String> words = arguments.rest();
        return RunOptions.builder()
                .service(words.get(0))
                .command(words.subList(1, words.size()))
                .name(arguments.text(NAME))
                .environment(environment(call, project))
                .labels(Assignments.labels(both(arguments, LABEL, LABELS)))
                .entrypoint(entrypoint(arguments))
                .user(arguments.text(ExecCommand.USER))
                .workingDir(arguments.text(ExecCommand.WORKDIR))
                .capAdd(arguments.list(CAP_ADD))
                .capDrop(arguments.list(CAP_DROP))
                .volumes(volumes(call))
                .ports(ports(arguments))
                .servicePorts(arguments.is(SERVICE_PORTS))
                .useAliases(arguments.is(USE_ALIASES))
                .tty(tty)
                .interactive(TtyFlags.isInteractive(arguments))
                .remove(arguments.is(RM))
                .noDependencies(arguments.is(ServiceFlags.NO_DEPS))
                .removeOrphans(ServiceFlags.removeOrphans(call, project))
                .ignoreOrphans(call.isSet("COMPOSE_IGNORE_ORPHANS", project))
                .alwaysBuild(arguments.is(BUILD))
                .quietBuild(arguments.is(QUIET_BUILD))
                .pull(ServiceFlags.pullPolicy(call))
                .quietPull(arguments.is(ServiceFlags.QUIET_PULL))
                .environmentFiles(call.envFiles())
                .confirm(call::confirm)
                .build();
    }

    private static Map<String, @Nullable String> environment(Invocation call, Project project) {
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        for (String file : call.arguments().list(ENV_FROM_FILE)) {
            Path path = call.surroundings().directory().resolve(file);
            variables.putAll(ShortSyntax.envFile(path, project.environment()::get));
        }
        variables.putAll(Assignments.variables(call.arguments().list(ExecCommand.ENV), project.environment()));
        return variables;
    }

    private static @Nullable List<String> entrypoint(Arguments arguments) {
        String text = arguments.text(ENTRYPOINT);
        return text == null ? null : ShortSyntax.words(text);
    }

    private static List<Mount> volumes(Invocation call) {
        Path directory = call.surroundings().directory();
        Map<String, String> variables = call.surroundings().environment();
        return both(call.arguments(), VOLUME, VOLUMES).stream()
                .map(text -> ShortSyntax.mount(text, directory, variables))
                .toList();
    }

    private static List<Port> ports(Arguments arguments) {
        List<Port> ports = new ArrayList<>();
        arguments.list(PUBLISH).forEach(text -> ports.addAll(ShortSyntax.ports(text)));
        return ports;
    }

    private static List<String> both(Arguments arguments, Flag flag, Flag oldName) {
        return Stream.concat(arguments.list(flag).stream(), arguments.list(oldName).stream())
                .toList();
    }
}
