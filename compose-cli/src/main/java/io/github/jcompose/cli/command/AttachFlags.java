package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.AttachOptions;

/** The flags of {@code up} that say what it shows while it runs in front, and when it ends. */
final class AttachFlags {
    private static final Flag ABORT_ON_EXIT =
            Flag.ofSwitch("abort-on-container-exit", "Stop everything once one container has exited");
    private static final Flag ABORT_ON_FAILURE =
            Flag.ofSwitch("abort-on-container-failure", "Stop everything once one container has failed");
    private static final Flag ATTACH = Flag.ofList("attach", "SERVICE", "Show the output of these services only");
    private static final Flag ATTACH_DEPENDENCIES =
            Flag.ofSwitch("attach-dependencies", "Show the output of what the named services depend on too");
    private static final Flag EXIT_CODE_FROM = Flag.ofText(
            "exit-code-from", "SERVICE", "Stop everything once this service has exited, and exit with its code");
    private static final Flag NO_ATTACH =
            Flag.ofList("no-attach", "SERVICE", "Do not show the output of these services");
    private static final Flag TIMESTAMPS = Flag.ofSwitch("timestamps", "Show when each line was written");

    static final Flag[] ALL = {
        ABORT_ON_EXIT,
        ABORT_ON_FAILURE,
        ATTACH,
        ATTACH_DEPENDENCIES,
        EXIT_CODE_FROM,
        NO_ATTACH,
        ServiceFlags.NO_COLOR,
        ServiceFlags.NO_LOG_PREFIX,
        TIMESTAMPS
    };
    /** Those that make no sense in the background. */
    static final Flag[] OF_FOREGROUND = {ABORT_ON_EXIT, ABORT_ON_FAILURE, ATTACH, ATTACH_DEPENDENCIES, EXIT_CODE_FROM};

    private AttachFlags() {}

    static void check(Invocation call) {
        ServiceFlags.exclusive(call, ABORT_ON_EXIT, ABORT_ON_FAILURE);
        if (call.arguments().given(ATTACH) && call.arguments().is(ATTACH_DEPENDENCIES)) {
            throw new UsageException("--attach and --attach-dependencies are incompatible");
        }
    }

    static AttachOptions options(Arguments arguments) {
        return AttachOptions.builder()
                .services(arguments.list(ATTACH))
                .excluded(arguments.list(NO_ATTACH))
                .dependencies(arguments.is(ATTACH_DEPENDENCIES))
                .abortOn(abortOn(arguments))
                .exitCodeFrom(arguments.text(EXIT_CODE_FROM))
                .timestamps(arguments.is(TIMESTAMPS))
                .build();
    }

    private static AttachOptions.AbortOn abortOn(Arguments arguments) {
        if (arguments.is(ABORT_ON_FAILURE)) {
            return AttachOptions.AbortOn.FAILURE;
        }
        boolean onExit = arguments.is(ABORT_ON_EXIT) || arguments.given(EXIT_CODE_FROM);
        return onExit ? AttachOptions.AbortOn.EXIT : AttachOptions.AbortOn.NOTHING;
    }
}
