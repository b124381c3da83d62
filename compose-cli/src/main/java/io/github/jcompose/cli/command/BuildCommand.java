package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.SshKey;
import io.github.jcompose.runtime.BuildOptions;
import io.github.jcompose.runtime.Compose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the images of services. */
final class BuildCommand implements Command {
    private static final Flag BUILD_ARG = Flag.ofList("build-arg", "NAME=VALUE", "Set a build argument");
    private static final Flag MEMORY = Flag.ofText(
                    "memory", "BYTES", "Limit the memory of steps (classic builder only)")
            .orLetter('m');
    private static final Flag NO_CACHE = Flag.ofSwitch("no-cache", "Do every step again");
    private static final Flag PROVENANCE = Flag.ofText("provenance", "MODE", "Attest how the images were built");
    private static final Flag PULL = Flag.ofSwitch("pull", "Fetch base images even if they are there");
    private static final Flag PUSH = Flag.ofSwitch("push", "Send the images to their registries");
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Do not show the output of the steps").orLetter('q');
    private static final Flag SBOM = Flag.ofText("sbom", "MODE", "Attest what is in the images");
    private static final Flag SSH =
            Flag.ofText("ssh", "KEY", "SSH agent for the steps (\"default\", \"ID=SOCKET\" or \"ID=KEYFILE\")");
    private static final Flag WITH_DEPENDENCIES =
            Flag.ofSwitch("with-dependencies", "Also build the images of the services they depend on");
    private static final String DEFAULT_KEY = "default";
    /** Taken and without effect, as in docker compose. */
    private static final List<Flag> IGNORED = List.of(
            Flag.ofSwitch("parallel", "Build in parallel").hide(),
            Flag.ofSwitch("compress", "Compress the context").hide(),
            Flag.ofSwitch("force-rm", "Remove intermediate containers").hide(),
            Flag.ofSwitch("no-rm", "Keep intermediate containers").hide(),
            Flag.ofText("progress", "MODE", "How to show progress").hide());

    private static final Flag BUILDER = Flag.ofText("builder", "NAME", "Only the engine's own builder is used")
            .hide();
    private static final Flag CHECK = Flag.ofSwitch("check", "Not there yet").hide();
    private static final Flag PRINT = Flag.ofSwitch("print", "Not there yet").hide();

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "build",
                "[SERVICE...]",
                "Build the images of services",
                FlagSet.of(
                                BUILD_ARG,
                                MEMORY,
                                NO_CACHE,
                                PROVENANCE,
                                PULL,
                                PUSH,
                                QUIET,
                                SBOM,
                                SSH,
                                WITH_DEPENDENCIES,
                                BUILDER,
                                CHECK,
                                PRINT)
                        .and(IGNORED.toArray(Flag[]::new)));
    }

    @Override
    public int run(Invocation call) {
        Arguments arguments = call.arguments();
        refuse(arguments);
        Project project = call.project(arguments.rest());
        BuildOptions options = BuildOptions.builder()
                .services(Selection.in(project, arguments.rest()).services())
                .dependencies(arguments.is(WITH_DEPENDENCIES))
                .noCache(arguments.is(NO_CACHE))
                .pull(arguments.is(PULL))
                .args(args(arguments.list(BUILD_ARG)))
                .quiet(arguments.is(QUIET))
                .ssh(ssh(arguments.text(SSH)))
                .provenance(arguments.text(PROVENANCE))
                .sbom(arguments.text(SBOM))
                .memory(memory(arguments.text(MEMORY)))
                .push(arguments.is(PUSH))
                .build();
        try (Compose compose = call.connect(project.name())) {
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

    private static void refuse(Arguments arguments) {
        String builder = arguments.text(BUILDER);
        if (builder != null && !builder.isEmpty() && !builder.equals("default")) {
            throw new UsageException("--builder " + builder
                    + ": there is no builder but the engine's own; leave the flag out, or choose another engine"
                    + " (--host, --context)");
        }
        for (Flag flag : List.of(CHECK, PRINT)) {
            if (arguments.is(flag)) {
                throw new UsageException("--" + flag.name() + " is not there yet for 'build'");
            }
        }
    }

    private static List<SshKey> ssh(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<SshKey> keys = new ArrayList<>();
        for (String entry : text.split(",", -1)) {
            String[] pair = entry.split("=", 2);
            String id = pair[0].isEmpty() ? DEFAULT_KEY : pair[0];
            if (pair.length == 1 && !id.equals(DEFAULT_KEY)) {
                throw new UsageException(
                        "invalid --ssh \"" + entry + "\": expected \"default\", \"ID=SOCKET\" or \"ID=KEYFILE\"");
            }
            keys.add(new SshKey(
                    id, pair.length == 2 ? Path.of(pair[1]).toAbsolutePath().toString() : null));
        }
        return keys;
    }

    private static long memory(@Nullable String text) {
        try {
            return text == null ? 0 : ByteSize.parse(text).bytes();
        } catch (IllegalArgumentException e) {
            throw new UsageException("invalid --memory \"" + text + "\": expected a size such as 512m");
        }
    }
}
