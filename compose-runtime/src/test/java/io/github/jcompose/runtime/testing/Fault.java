package io.github.jcompose.runtime.testing;

/** What a {@link FaultProxy} does to a call. */
public enum Fault {
    /** The connection ends before the engine hears of the call. */
    CUT_BEFORE("cut before"),
    /** The engine does what it is told, and the connection ends before it can say so. */
    CUT_AFTER("cut after"),
    /** The engine is not asked; the answer is an error of the server. */
    ERROR("500"),
    /** The engine is not asked; the answer is a conflict. */
    CONFLICT("409"),
    /** The answer begins and breaks off in the middle. */
    BREAK("break"),
    /** After a change of protocol, the connection ends when so many bytes have passed. */
    CUT_LATER("cut later"),
    /** The engine is not asked, and nothing comes; other calls are answered. */
    NO_ANSWER("no answer"),
    /** From this call on the engine hears of nothing and says nothing, whoever asks for whatever. */
    SILENCE("silence");

    /** What the error of the server says. */
    public static final String SERVER_ERROR = "the disk of the engine is on fire";

    /** What the conflict says. */
    public static final String NAME_CONFLICT = "Conflict. The name is already in use by somebody";

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
