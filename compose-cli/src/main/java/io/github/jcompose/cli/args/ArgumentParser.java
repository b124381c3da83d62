package io.github.jcompose.cli.args;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one command line apart. */
final class ArgumentParser {
    private final FlagSet flags;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();

    ArgumentParser(FlagSet flags) {
        this.flags = flags;
    }

    Arguments parse(List<String> words) {
        Iterator<String> left = words.iterator();
        boolean ended = false;
        while (left.hasNext()) {
            String word = left.next();
            if (ended || word.length() < 2 || word.charAt(0) != '-') {
                rest.add(word);
                ended |= !flags.interspersed();
            } else if (word.equals("--")) {
                ended = true;
            } else if (word.startsWith("--")) {
                takeLong(word.substring(2), left);
            } else {
                takeLetters(word, left);
            }
        }
        return new Arguments(values, rest);
    }

    private void takeLong(String word, Iterator<String> left) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Flag flag = flags.named(name);
        if (flag == null) {
            String near = Nearest.to(name, flags.visibleNames());
            throw new UsageException(
                    "unknown flag: --" + name + (near == null ? "" : "; did you mean --" + near + "?"));
        }
        take(flag, equals < 0 ? null : word.substring(equals + 1), "--" + name, left);
    }

    /** Takes {@code -d}, {@code -dV}, {@code -t5}, {@code -t=5} and {@code -t 5}. */
    private void takeLetters(String word, Iterator<String> left) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            Flag flag = flags.lettered(letter);
            if (flag == null) {
                throw new UsageException("unknown shorthand flag: '" + letter + "' in " + word);
            }
            String following = word.substring(i + 1);
            if (following.startsWith("=")) {
                take(flag, following.substring(1), "-" + letter, left);
                return;
            }
            if (flag.kind() != Flag.Kind.SWITCH) {
                take(flag, following.isEmpty() ? null : following, "-" + letter, left);
                return;
            }
            take(flag, null, "-" + letter, left);
        }
    }

    private void take(Flag flag, @Nullable String attached, String written, Iterator<String> left) {
        String value = attached;
        if (value == null && flag.kind() == Flag.Kind.SWITCH) {
            value = "true";
        }
        if (value == null) {
            if (!left.hasNext()) {
                throw new UsageException("flag needs an argument: " + written);
            }
            value = left.next();
        }
        values.computeIfAbsent(flag.name(), any -> new ArrayList<>()).add(checked(flag, value));
    }

    private static String checked(Flag flag, String value) {
        return switch (flag.kind()) {
            case SWITCH -> switchValue(flag, value);
            case NUMBER -> numberValue(flag, value);
            case TEXT, LIST -> value;
        };
    }

    private static String switchValue(Flag flag, String value) {
        return switch (value) {
            case "1", "t", "T", "true", "TRUE", "True" -> "true";
            case "0", "f", "F", "false", "FALSE", "False" -> "false";
            default -> throw invalid(flag, value, "true or false");
        };
    }

    private static String numberValue(Flag flag, String value) {
        try {
            return Integer.toString(Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw invalid(flag, value, "a whole number");
        }
    }

    private static UsageException invalid(Flag flag, String value, String expected) {
        return new UsageException(
                "invalid argument \"" + value + "\" for \"" + flag.shown() + "\" flag: expected " + expected);
    }
}
