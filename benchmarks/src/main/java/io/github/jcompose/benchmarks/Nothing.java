package io.github.jcompose.benchmarks;

/** A program that does nothing: what the JVM itself takes. */
public final class Nothing {
    private Nothing() {}

    /** Does nothing. */
    public static void main(String[] args) {}
}
