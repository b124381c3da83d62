package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.output.ProjectVariable;
import io.github.jcompose.loader.output.ProjectVariables;
import io.github.jcompose.loader.output.ProjectWriter;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the project as it is understood. */
final class ConfigCommand implements Command {
    private static final Flag FORMAT = Flag.ofText("format", "FORMAT", "How to print it (\"yaml\"|\"json\")");
    private static final Flag LOCK_DIGESTS =
            Flag.ofSwitch("lock-image-digests", "Print an override file that keeps the images as they are now");
    private static final Flag NO_CONSISTENCY =
            Flag.ofSwitch("no-consistency", "Accept references to what is not there");
    private static final Flag NO_ENV_RESOLUTION =
            Flag.ofSwitch("no-env-resolution", "Do not read the env_file of services");
    private static final Flag NO_INTERPOLATE = Flag.ofSwitch("no-interpolate", "Leave variables as they are written");
    private static final Flag NO_NORMALIZE = Flag.ofSwitch("no-normalize", "Do not add defaults");
    private static final Flag NO_PATH_RESOLUTION =
            Flag.ofSwitch("no-path-resolution", "Leave paths as they are written");
    private static final Flag OUTPUT = Flag.ofText("output", "FILE", "Write to a file, not to the standard output")
            .orLetter('o');
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Print nothing; only say what is wrong").orLetter('q');
    private static final Flag RESOLVE_DIGESTS =
            Flag.ofSwitch("resolve-image-digests", "Put the digests that registries have now in place of tags");
    private static final Flag VARIABLES = Flag.ofSwitch(
            "variables", "Print the variables of the files with their defaults (also as \"json\"|\"yaml\")");

    @Override
    public Synopsis synopsis() {
        FlagSet flags = FlagSet.of(
                        FORMAT,
                        LOCK_DIGESTS,
                        NO_CONSISTENCY,
                        NO_ENV_RESOLUTION,
                        NO_INTERPOLATE,
                        NO_NORMALIZE,
                        NO_PATH_RESOLUTION,
                        OUTPUT,
                        QUIET,
                        RESOLVE_DIGESTS,
                        VARIABLES)
                .and(ConfigLists.FLAGS);
        return new Synopsis("config", "[SERVICE...]", "Print the project as it is understood", flags);
    }

    @Override
    public boolean asksEngine(Arguments arguments) {
        return false;
    }

    @Override
    public int run(Invocation call) {
        Arguments arguments = call.arguments();
        if (arguments.is(VARIABLES) && !ConfigLists.isAsked(arguments)) {
            write(call, variables(call));
            return 0;
        }
        boolean json = isJson(arguments.text(FORMAT));
        String text = arguments.is(NO_INTERPOLATE) && !ConfigLists.isAsked(arguments)
                ? tree(loader(call).build().loadTree(), json)
                : project(call, withDigests(call, loader(call).build().load()), json);
        write(call, text);
        return 0;
    }

    private static String variables(Invocation call) {
        ComposeLoader loader =
                call.loader(List.of()).interpolate(false).normalize(false).build();
        List<ProjectVariable> variables = ProjectVariables.of(loader.loadTree());
        String format = call.arguments().text(FORMAT);
        return switch (format == null ? "table" : format) {
            case "table" -> ProjectVariables.table(variables);
            case "json" -> ProjectVariables.json(variables) + "\n";
            case "yaml" -> ProjectVariables.yaml(variables);
            default -> throw new UsageException("unsupported format \"" + format + "\": expected table, json or yaml");
        };
    }

    private static String tree(Map<String, @Nullable Object> tree, boolean json) {
        return json ? ProjectWriter.json(tree) + "\n" : ProjectWriter.yaml(tree);
    }

    private static String project(Invocation call, Project project, boolean json) {
        if (ConfigLists.isAsked(call.arguments())) {
            return ConfigLists.of(call, project);
        }
        if (call.arguments().is(LOCK_DIGESTS)) {
            return LockedImages.of(call, project, json);
        }
        if (call.arguments().is(QUIET) && !call.arguments().given(OUTPUT)) {
            return "";
        }
        return json ? ProjectWriter.json(project) + "\n" : ProjectWriter.yaml(project);
    }

    private static Project withDigests(Invocation call, Project project) {
        if (!call.arguments().is(RESOLVE_DIGESTS) && !call.arguments().is(LOCK_DIGESTS)) {
            return project;
        }
        try (Compose compose = call.connect()) {
            return compose.pinImages(project);
        }
    }

    private static ComposeLoader.Builder loader(Invocation call) {
        Arguments arguments = call.arguments();
        return call.loader(arguments.rest())
                .interpolate(!arguments.is(NO_INTERPOLATE))
                .normalize(!arguments.is(NO_NORMALIZE) && !call.global().is(GlobalFlags.COMPATIBILITY))
                .resolvePaths(!arguments.is(NO_PATH_RESOLUTION))
                .checkConsistency(!arguments.is(NO_CONSISTENCY))
                .resolveEnvironment(!arguments.is(NO_ENV_RESOLUTION));
    }

    private static boolean isJson(@Nullable String format) {
        return switch (format == null ? "yaml" : format) {
            case "yaml" -> false;
            case "json" -> true;
            default -> throw new UsageException("unsupported format \"" + format + "\": expected yaml or json");
        };
    }

    private static void write(Invocation call, String text) {
        String file = call.arguments().text(OUTPUT);
        if (file != null || !call.arguments().is(QUIET)) {
            Output.write(call, file, text);
        }
    }
}
