package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.BuildOptions;
import io.github.jcompose.runtime.Compose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the images of services. */
final class BuildCommand implements Command {
    private static final Flag BUILD_ARG = Flag.ofList("build-arg", "NAME=VALUE", "Set a build argument");
    private static final Flag NO_CACHE = Flag.ofSwitch("no-cache", "Do every step again");
    private static final Flag PULL = Flag.ofSwitch("pull", "Fetch base images even if they are there");
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Do not show the output of the steps").orLetter('q');
    private static final Flag WITH_DEPENDENCIES =
            Flag.ofSwitch("with-dependencies", "Also build the images of the services they depend on");
    /** Taken and without effect, as in docker compose. */
    private static final List<Flag> IGNORED = List.of(
            Flag.ofSwitch("parallel", "Build in parallel").hide(),
            Flag.ofSwitch("compress", "Compress the context").hide(),
            Flag.ofSwitch("force-rm", "Remove intermediate containers").hide(),
            Flag.ofSwitch("no-rm", "Keep intermediate containers").hide(),
            Flag.ofText("progress", "MODE", "How to show progress").hide());

    private static final List<Flag> LATER = List.of(
            Flag.ofText("builder", "NAME", "Not there yet").hide(),
            Flag.ofSwitch("check", "Not there yet").hide(),
            Flag.ofText("memory", "BYTES", "Not there yet").orLetter('m').hide(),
            Flag.ofSwitch("print", "Not there yet").hide(),
            Flag.ofText("provenance", "MODE", "Not there yet").hide(),
            Flag.ofSwitch("push", "Not there yet").hide(),
            Flag.ofText("sbom", "MODE", "Not there yet").hide(),
            Flag.ofText("ssh", "KEY", "Not there yet").hide());

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "build",
                "[SERVICE...]",
                "Build the images of services",
                FlagSet.of(BUILD_ARG, NO_CACHE, PULL, QUIET, WITH_DEPENDENCIES)
                        .and(IGNORED.toArray(Flag[]::new))
                        .and(LATER.toArray(Flag[]::new)));
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("build");
        Arguments arguments = call.arguments();
        for (Flag flag : LATER) {
            if (arguments.given(flag)) {
                throw new UsageException("--" + flag.name() + " is not there yet for 'build'");
            }
        }
        Project project = call.project(arguments.rest());
        BuildOptions options = BuildOptions.builder()
                .services(Selection.in(project, arguments.rest()).services())
                .dependencies(arguments.is(WITH_DEPENDENCIES))
                .noCache(arguments.is(NO_CACHE))
                .pull(arguments.is(PULL))
                .args(args(arguments.list(BUILD_ARG)))
                .quiet(arguments.is(QUIET))
                .build();
        try (Compose compose = call.connect()) {
            if (compose.build(project, options).isEmpty()) {
                call.view().warn("No services to build");
            }
        }
        return 0;
    }

    @SuppressWarnings("NullAway") // A name without a value has null: the environment has it.
    private static Map<String, @Nullable String> args(List<String> given) {
        Map<String, @Nullable String> args = new LinkedHashMap<>();
        for (String arg : given) {
            String[] pair = arg.split("=", 2);
            args.put(pair[0], pair.length == 2 ? pair[1] : null);
        }
        return args;
    }
}
