package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.log.LogPrinter;
import io.github.jcompose.cli.log.LogStyle;
import io.github.jcompose.cli.terminal.Surroundings;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.AttachedUp;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.UpOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a project in front: its output on the screen, until it ends or Ctrl-C is pressed. */
final class AttachedRun {
    private static final int INTERRUPTED = 130;

    private AttachedRun() {}

    /** {@return the exit code of the command} */
    static int of(Invocation call, Compose compose, Project project, UpOptions options) {
        Arguments arguments = call.arguments();
        boolean colours = call.coloursOnOutput() && !arguments.is(ServiceFlags.NO_COLOR);
        LogStyle style = new LogStyle(colours, !arguments.is(ServiceFlags.NO_LOG_PREFIX), true);
        LogPrinter printer = new LogPrinter(call.out(), call.surroundings().err(), style);
        AtomicInteger interrupts = new AtomicInteger();
        try (AttachedUp run = compose.upAttached(project, options, AttachFlags.options(arguments), printer)) {
            printer.expect(run.sources());
            call.view().shareScreen();
            call.out().println("Attaching to " + String.join(", ", run.sources()));
            call.out().flush();
            call.signals().onInterrupt(() -> interrupt(call, run, interrupts.incrementAndGet()));
            try (UpMenu menu = UpMenu.of(call, run, wantsMenu(call))) {
                int code = run.await();
                return interrupts.get() > 0 ? INTERRUPTED : menu.isDetached() ? 0 : code;
            }
        }
    }

    private static boolean wantsMenu(Invocation call) {
        if (call.arguments().given(UpCommand.MENU)) {
            return call.arguments().is(UpCommand.MENU);
        }
        String variable = call.surroundings().variable("COMPOSE_MENU");
        return variable.isEmpty() || Surroundings.isYes(variable);
    }

    private static void interrupt(Invocation call, AttachedUp run, int count) {
        if (count == 1) {
            call.view().tell("Gracefully Stopping... press Ctrl+C again to force");
            run.stop();
        } else if (count == 2) {
            run.kill();
        } else {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
    }
}
