package io.github.jcompose.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The values of one line and one side, in the order of the runs. */
record Series(List<Double> values) {
    /** {@return the values of a line} */
    static Series of(List<Sample> samples, Line line, String who) {
        return new Series(samples.stream()
                .filter(sample -> sample.id().equals(line.id()) && sample.who().equals(who))
                .map(Sample::value)
                .toList());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    double median() {
        double[] sorted = sorted();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double least() {
        return sorted()[0];
    }

    double most() {
        return sorted()[values.size() - 1];
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * {@return how many times the time of others these took, turn by turn; none where the others were not measured}
     *
     * <p>Where more is better, it is the others' value that is divided: less than 1 is faster always.
     */
    Series over(Series other, Line line) {
        return new Series(IntStream.range(0, Math.min(values.size(), other.values.size()))
                .filter(i -> values.get(i) > 0 && other.values.get(i) > 0)
                .mapToObj(i ->
                        line.moreIsBetter() ? other.values.get(i) / values.get(i) : values.get(i) / other.values.get(i))
                .toList());
    }
}
