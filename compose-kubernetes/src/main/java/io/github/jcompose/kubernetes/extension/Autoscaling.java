package io.github.jcompose.kubernetes.extension;

import io.github.jcompose.kubernetes.manifest.Findings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code x-kubernetes.autoscaling}.
 *
 * @param min the fewest pods
 * @param max the most pods
 * @param cpu the load to aim at, in percent of the requested processors; null: not looked at
 * @param memory the use to aim at, in percent of the requested memory; null: not looked at
 */
public record Autoscaling(
        int min, int max, @Nullable Integer cpu, @Nullable Integer memory) {
    private static final int USUAL_LOAD = 80;

    static Autoscaling of(@Nullable Object value, List<Object> path, Findings findings) {
        SettingsReader reader = SettingsReader.of(value, path, findings, "min", "max", "cpu", "memory");
        Integer min = reader.number("min", 1);
        Integer max = reader.number("max", 1);
        if (!reader.has("max")) {
            findings.error(path, "'max' is missing", "say how many pods there may be at most");
        }
        int least = min == null ? 1 : min;
        if (max != null && max < least) {
            findings.error(reader.path("max"), max + " is less than the " + least + " of 'min'", null);
        }
        Integer cpu = reader.number("cpu", 1);
        Integer memory = reader.number("memory", 1);
        Integer load = cpu == null && memory == null ? Integer.valueOf(USUAL_LOAD) : cpu;
        return new Autoscaling(least, max == null ? least : max, load, memory);
    }
}
