package io.github.jcompose.cli.complete;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of one set of flags on an unfinished command line: as far as they go, without judging them. */
final class CommandLine {
    private final FlagSet flags;
    private final List<String> arguments = new ArrayList<>();
    private @Nullable Flag open;
    private boolean ended;

    CommandLine(FlagSet flags) {
        this.flags = flags;
    }

    /** Takes one more word, which is finished. */
    void take(String word) {
        if (open != null) {
            open = null;
        } else if (ended || word.length() < 2 || word.charAt(0) != '-') {
            arguments.add(word);
            ended |= !flags.interspersed();
        } else if (word.equals("--")) {
            ended = true;
        } else if (word.indexOf('=') < 0) {
            Flag flag = flagOf(word);
            open = flag == null || flag.kind() == Flag.Kind.SWITCH ? null : flag;
        }
    }

    /** {@return the flag whose value comes next; null if none waits for one} */
    @Nullable
    Flag open() {
        return open;
    }

    /** {@return what is not a flag} */
    List<String> arguments() {
        return arguments;
    }

    /** {@return whether a flag may come next} */
    boolean takesFlags() {
        return !ended;
    }

    /** {@return the flag that {@code --name} or the last letter of {@code -abc} calls; null if there is none} */
    @Nullable
    Flag flagOf(String word) {
        return word.startsWith("--") ? flags.named(word.substring(2)) : flags.lettered(word.charAt(word.length() - 1));
    }
}
