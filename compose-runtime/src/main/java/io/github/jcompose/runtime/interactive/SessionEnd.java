package io.github.jcompose.runtime.interactive;

/**
 * How a session ended.
 *
 * @param how whether the process or the user ended it
 * @param exitCode of the process; 0 if the user left it with the detach keys, 130 if by a signal
 */
public record SessionEnd(How how, int exitCode) {
    private static final int INTERRUPTED_CODE = 130;

    /** What ended it. */
    public enum How {
        /** The process has ended. */
        EXITED,
        /** The user pressed the detach keys. */
        DETACHED,
        /** A signal came before the start of the process was over. */
        UNSTARTED,
        /** A signal came that is not passed on. */
        INTERRUPTED
    }

    static SessionEnd exited(int code) {
        return new SessionEnd(How.EXITED, code);
    }

    static SessionEnd left(How how) {
        return new SessionEnd(how, how == How.DETACHED ? 0 : INTERRUPTED_CODE);
    }
}
