package io.github.jcompose.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * One measured value.
 *
 * @param id the id of its line in {@code lines.tsv}
 * @param who whose it is: {@link #JCOMPOSE}, {@link #RAW} or {@link #PEER}
 * @param value in the unit of the line
 */
record Sample(String id, String who, double value) {
    /** Of jcompose. */
    static final String JCOMPOSE = "jcompose";

    /** Of what is measured beside it: the engine itself, or another program. */
    static final String RAW = "raw";

    /** Of docker compose. */
    static final String PEER = "peer";

    /** {@return the samples of a file with one a line, in their order} */
    static List<Sample> parse(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(parts -> new Sample(parts[0], parts[1], Double.parseDouble(parts[2])))
                .toList();
    }

    /** Prints a value of jcompose. */
    static void print(String id, double value) {
        print(id, JCOMPOSE, value);
    }

    static void print(String id, String who, double value) {
        System.out.printf(Locale.ROOT, "%s\t%s\t%.4f%n", id, who, value);
    }
}
