package io.github.jcompose.cli.command;

/** A command of jcompose. Commands hold no state: one object may run many times. */
public interface Command {
    /** {@return how it is called and what it does} */
    Synopsis synopsis();

    /**
     * Runs it.
     *
     * @return the exit code
     * @throws io.github.jcompose.model.ComposeException to end with its message and exit code 1
     */
    int run(Invocation call);
}
