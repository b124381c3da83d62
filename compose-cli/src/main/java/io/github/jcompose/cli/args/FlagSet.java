package io.github.jcompose.cli.args;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The flags of a command.
 *
 * @param flags in the order of help
 * @param interspersed whether flags may follow arguments
 */
public record FlagSet(List<Flag> flags, boolean interspersed) {
    public FlagSet {
        flags = List.copyOf(flags);
    }

    /** {@return these flags, allowed anywhere} */
    public static FlagSet of(Flag... flags) {
        return new FlagSet(Arrays.asList(flags), true);
    }

    /** {@return these flags, allowed only before the first argument} */
    public FlagSet beforeArguments() {
        return new FlagSet(flags, false);
    }

    /** {@return these flags and more} */
    public FlagSet and(Flag... more) {
        return new FlagSet(Stream.concat(flags.stream(), Arrays.stream(more)).toList(), interspersed);
    }

    /**
     * {@return the command line, taken apart}
     *
     * @throws UsageException if it has a flag that is not in this set, or lacks a value
     */
    public Arguments parse(List<String> words) {
        return new ArgumentParser(this).parse(words);
    }

    /** {@return the flag of that long name; null if there is none} */
    public @Nullable Flag named(String name) {
        return flags.stream()
                .filter(flag -> flag.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** {@return the flag of that letter; null if there is none} */
    public @Nullable Flag lettered(char letter) {
        for (Flag flag : flags) {
            if (flag.letter() == letter) {
                return flag;
            }
        }
        return null;
    }

    List<String> visibleNames() {
        List<String> names = new ArrayList<>();
        for (Flag flag : flags) {
            if (!flag.hidden()) {
                names.add(flag.name());
            }
        }
        return names;
    }
}
