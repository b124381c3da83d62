package io.github.jcompose.junit;

/** Which tests share one start of an environment. */
public enum Sharing {
    /** Each test has its own. */
    TEST,
    /** The tests of a class, nested ones too. */
    CLASS,
    /** All tests of the run whose settings are the same. */
    RUN
}
