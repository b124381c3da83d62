package io.github.jcompose.loader.conformance;

import org.jspecify.annotations.Nullable;

/**
 * How one record went.
 *
 * @param golden the record
 * @param difference the first difference to it; null if there is none
 */
record Outcome(GoldenRecord golden, @Nullable String difference) {
    boolean passed() {
        return difference == null;
    }

    /** {@return what the record counts for: its variant, or {@code refused}} */
    String group() {
        return golden.refused() ? "refused" : golden.variant();
    }

    String line() {
        String result = passed() ? "PASS" : "FAIL";
        return String.join(" ", result, golden.suite(), golden.variant(), golden.name())
                + (passed() ? "" : " " + difference);
    }
}
