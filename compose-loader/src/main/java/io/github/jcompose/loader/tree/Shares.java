package io.github.jcompose.loader.tree;

import io.github.jcompose.loader.problem.ComposeFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Work on a large project in shares, as many at once as there are processors.
 *
 * <p>What is found wrong does not depend on how many there are: it is told share by share in their order, and a share
 * that ends the load ends it where it would have ended had one followed the other.
 */
public final class Shares {
    private Shares() {}

    /** The work on one share. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does the work.
         *
         * @param share from 0
         * @param problems is told of what is wrong, by this share alone
         */
        void apply(int share, Problems problems);
    }

    /**
     * Does the work on all the shares.
     *
     * @throws ComposeFileException if a share ends the load
     */
    public static void each(int shares, Problems problems, Work work) {
        if (shares == 1) {
            work.apply(0, problems);
            return;
        }
        List<Problems> found = new ArrayList<>(shares);
        boolean[] ended = new boolean[shares];
        for (int i = 0; i < shares; i++) {
            found.add(problems.share(shares));
        }
        IntStream.range(0, shares).parallel().forEach(i -> {
            try {
                work.apply(i, found.get(i));
            } catch (ComposeFileException e) {
                // Its problems are known; it is thrown with those of the shares before this one.
                ended[i] = true;
            }
        });
        for (int i = 0; i < shares; i++) {
            problems.add(found.get(i));
            if (ended[i]) {
                throw problems.failure();
            }
        }
    }
}
