package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;

/** A command of jcompose. Commands hold no state: one object may run many times. */
public interface Command {
    /** {@return how it is called and what it does} */
    Synopsis synopsis();

    /** {@return whether it is going to talk to the engine, as nearly all do; only how soon it does so depends on it} */
    default boolean asksEngine(Arguments arguments) {
        return true;
    }

    /**
     * Runs it.
     *
     * @return the exit code
     * @throws io.github.jcompose.model.ComposeException to end with its message and exit code 1
     */
    int run(Invocation call);
}
