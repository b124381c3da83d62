package io.github.jcompose.loader.limits;

/**
 * What a load may use up at most, so that no file can exhaust the process.
 *
 * @param fileBytes size of one file, in bytes
 * @param nodes values in one file, aliases expanded
 * @param depth how deep values may be nested
 * @param files files read in one load, includes and bases of extends counted
 */
public record LoadLimits(int fileBytes, int nodes, int depth, int files) {
    /** Enough for projects of well over 10,000 services. */
    public static final LoadLimits DEFAULT = new LoadLimits(16 << 20, 1_500_000, 300, 2_000);
}
