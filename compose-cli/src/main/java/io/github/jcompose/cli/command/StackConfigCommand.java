package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.output.ProjectWriter;

/** Shows the files of a stack as one. */
final class StackConfigCommand implements Command {
    private static final Flag SKIP_INTERPOLATION =
            Flag.ofSwitch("skip-interpolation", "Leave variables as they are written");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "stack config",
                "",
                "Print the files of a stack as one, as they are understood",
                FlagSet.of(StackFlags.COMPOSE_FILE, SKIP_INTERPOLATION));
    }

    @Override
    public int run(Invocation call) {
        if (!call.arguments().rest().isEmpty()) {
            throw new UsageException("'jcompose stack config' takes no arguments");
        }
        boolean skip = call.arguments().is(SKIP_INTERPOLATION);
        ComposeLoader loader =
                StackFlags.loader(call).normalize(false).interpolate(!skip).build();
        String text = skip ? ProjectWriter.yaml(loader.loadTree()) : ProjectWriter.yaml(loader.load());
        call.out().print(text);
        return 0;
    }
}
