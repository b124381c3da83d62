package io.github.jcompose.loader.output;

import java.util.Set;
import java.util.regex.Pattern;

/** Text that readers of YAML 1.1 take for a boolean, a number to base 60 or the merge key. */
final class Yaml11 {
    private static final Set<String> WORDS = Set.of(
            "<<", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*+(?::[0-5]?[0-9])++(?:\\.[0-9_]*+)?");

    private Yaml11() {}

    static boolean hasOtherMeaning(String text) {
        return WORDS.contains(text)
                || (text.indexOf(':') > 0 && BASE_60.matcher(text).matches());
    }
}
