package io.github.jcompose.cli.args;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command line, taken apart. */
public final class Arguments {
    /** By the name of the flag: the hash of a record costs a fresh JVM some 20 ms. */
    private final Map<String, List<String>> values;

    private final List<String> rest;

    Arguments(Map<String, List<String>> values, List<String> rest) {
        this.values = values;
        this.rest = List.copyOf(rest);
    }

    /** {@return what is not a flag, in order} */
    public List<String> rest() {
        return rest;
    }

    /** {@return whether the flag was given, with whatever value} */
    public boolean given(Flag flag) {
        return values.containsKey(flag.name());
    }

    /** {@return whether the switch is on} */
    public boolean is(Flag flag) {
        return Boolean.parseBoolean(last(flag));
    }

    /** {@return the value of the flag, the last if it was given several times; null if it was not given} */
    public @Nullable String text(Flag flag) {
        return last(flag);
    }

    /** {@return the number the flag was given; null if it was not given} */
    public @Nullable Integer number(Flag flag) {
        String value = last(flag);
        return value == null ? null : Integer.valueOf(value);
    }

    /** {@return the values of the flag in order; empty if it was not given} */
    public List<String> list(Flag flag) {
        return List.copyOf(values.getOrDefault(flag.name(), List.of()));
    }

    private @Nullable String last(Flag flag) {
        List<String> all = values.get(flag.name());
        return all == null ? null : all.get(all.size() - 1);
    }
}
