package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.progress.ProgressView;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.ComposeListener;
import io.github.jcompose.runtime.session.RunOptions;
import java.util.List;

/** Runs a container of its own for one task of a service. */
final class RunCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis("run", "SERVICE [COMMAND] [ARGS...]", "Run a one-off command for a service", RunFlags.ALL);
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("run");
        Arguments arguments = call.arguments();
        if (arguments.rest().isEmpty()) {
            throw new UsageException("'run' needs a service");
        }
        RunFlags.check(arguments);
        boolean tty = TtyFlags.ofRun(call);
        Project project = call.project(List.of(arguments.rest().get(0)));
        RunOptions options = RunFlags.options(call, project, tty);
        Interruption interruption = Interruption.of(call.signals());
        try (Compose compose = call.connect(listener(call))) {
            if (arguments.is(RunFlags.DETACH)) {
                call.out().println(compose.runDetached(project, options));
                return 0;
            }
            return compose.run(project, options, UserStreams.of(call, options.interactive()));
        } catch (ComposeException e) {
            return interruption.codeOr(e);
        }
    }

    private static ComposeListener listener(Invocation call) {
        ProgressView view = call.view();
        if (!call.arguments().is(RunFlags.QUIET)) {
            return view;
        }
        return event -> {
            if (event instanceof ComposeEvent.Warning) {
                view.on(event);
            }
        };
    }
}
