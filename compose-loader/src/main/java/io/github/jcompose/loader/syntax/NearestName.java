package io.github.jcompose.loader.syntax;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name was meant by one that does not exist. */
public final class NearestName {
    /** A name longer than this is no slip of the keys. */
    private static final int LONGEST = 100;

    private NearestName() {}

    /**
     * {@return the candidate that the fewest slips (a character too many, too few, another one, or two swapped) make
     * into the given name, if it takes no more than one for every three characters; of several, the alphabetically
     * first}
     *
     * <p>Upper and lower case make no difference.
     */
    public static Optional<String> of(String given, Collection<String> candidates) {
        if (given.isEmpty() || given.length() > LONGEST) {
            return Optional.empty();
        }
        String name = given.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, name.length() / 3);
        String nearest = null;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - given.length()) > limit) {
                continue;
            }
            int slips = slips(name, candidate.toLowerCase(Locale.ROOT), limit);
            if (slips > limit || slips >= Math.max(given.length(), candidate.length())) {
                continue;
            }
            if (slips < limit || nearest == null || candidate.compareTo(nearest) < 0) {
                nearest = candidate;
                limit = slips;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The distance of Damerau and Levenshtein (without changing a character twice), or anything above the limit. */
    private static int slips(String from, String to, int limit) {
        if (Math.abs(from.length() - to.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                int least = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                row[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
            }
        }
        return row[to.length()];
    }
}
