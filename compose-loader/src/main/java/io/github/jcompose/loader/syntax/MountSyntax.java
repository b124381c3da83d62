package io.github.jcompose.loader.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The short notation of a service's volume: {@code [SOURCE:]TARGET[:OPTION,…]}.
 *
 * @param type {@code bind} if the source looks like a path, otherwise {@code volume}
 * @param source a path or the name of a volume; null for an anonymous volume
 * @param target the path in the container, cleaned; empty if it is missing
 * @param readOnly whether the options ask for it
 * @param bind what the options say of a bind mount, and for a path always there; otherwise null
 * @param volume what the options say of a volume, and for a volume always there (but for a target of one or two
 *     characters); otherwise null
 */
public record MountSyntax(
        String type,
        @Nullable String source,
        String target,
        boolean readOnly,
        @Nullable Bind bind,
        @Nullable Volume volume) {
    private static final int MOST_OPTIONS = 1000;
    private static final Set<String> PROPAGATION =
            Set.of("private", "rprivate", "shared", "rshared", "slave", "rslave");

    /**
     * Options of a bind mount.
     *
     * @param selinux {@code z} (shared) or {@code Z} (private); null if unset
     * @param propagation such as {@code rshared}; null if unset
     * @param createHostPath whether to create the source if it is missing
     */
    public record Bind(@Nullable String selinux, @Nullable String propagation, boolean createHostPath) {}

    /**
     * Options of a volume.
     *
     * @param nocopy whether to leave a new volume empty
     */
    public record Volume(boolean nocopy) {}

    /**
     * {@return the mount that the text stands for; unknown options are passed over}
     *
     * @throws IllegalArgumentException if the text is empty, or a section between colons is, or there are too many
     */
    public static MountSyntax parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a volume cannot be empty; expected [SOURCE:]TARGET[:OPTIONS]");
        }
        if (isTooShortForSections(text)) {
            return new MountSyntax("volume", null, Paths.clean(text), false, null, null);
        }
        List<String> sections = sections(text);
        if (sections.size() == 1) {
            return new MountSyntax("volume", null, Paths.clean(text), false, null, new Volume(false));
        }
        Options options = new Options();
        if (sections.size() == 3) {
            options.read(sections.get(2));
        }
        return options.mount(sections.get(0), Paths.clean(sections.get(1)));
    }

    /** The reference takes up to two bytes for a target without looking at them. */
    private static boolean isTooShortForSections(String text) {
        return text.length() == 1
                ? text.charAt(0) < 0x800
                : text.length() == 2 && text.charAt(0) < 0x80 && text.charAt(1) < 0x80;
    }

    /** At most three; a colon after a single letter belongs to a drive of Windows, one inside of a variable to that. */
    private static List<String> sections(String text) {
        List<String> sections = new ArrayList<>(3);
        int start = 0;
        int variables = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ':';
            if (c == '$' && text.startsWith("{", i + 1)) {
                variables++;
            } else if (c == '}' && variables > 0) {
                variables--;
            } else if (i == text.length() || (c == ':' && variables == 0 && !isDrive(text, start, i))) {
                sections.add(section(text, start, i, sections.size()));
                start = i + 1;
            }
        }
        return sections;
    }

    private static String section(String text, int start, int end, int index) {
        if (start == end) {
            throw new IllegalArgumentException("invalid volume " + Quoted.of(text) + ": nothing "
                    + (end == text.length() ? "after" : "before") + " a colon; expected [SOURCE:]TARGET[:OPTIONS]");
        }
        if (index == 3 || (index == 2 && end < text.length())) {
            throw new IllegalArgumentException(
                    "invalid volume " + Quoted.of(text) + ": too many colons; expected [SOURCE:]TARGET[:OPTIONS]");
        }
        return text.substring(start, end);
    }

    private static boolean isDrive(String text, int start, int colon) {
        return colon < text.length()
                && start < colon
                && start + Character.charCount(text.codePointAt(start)) == colon
                && Character.isLetter(text.codePointAt(start));
    }

    private static boolean isPath(String source) {
        int letter = Character.charCount(source.codePointAt(0));
        return ".~/".indexOf(source.charAt(0)) >= 0
                || source.startsWith("\\\\")
                || (source.startsWith(":", letter) && isDrive(source, 0, letter));
    }

    /** Collects what the third section says. */
    private static final class Options {
        private boolean readOnly;
        private boolean nocopy;
        private @Nullable String selinux;
        private @Nullable String propagation;

        void read(String list) {
            for (String option : list.split(",", MOST_OPTIONS)) {
                switch (option) {
                    case "ro" -> readOnly = true;
                    case "rw" -> readOnly = false;
                    case "nocopy" -> nocopy = true;
                    case "z", "Z" -> selinux = option;
                    default -> propagation = PROPAGATION.contains(option) ? option : propagation;
                }
            }
        }

        MountSyntax mount(String source, String target) {
            boolean path = isPath(source);
            boolean bind = path || selinux != null || propagation != null;
            boolean volume = !path || nocopy;
            return new MountSyntax(
                    path ? "bind" : "volume",
                    source,
                    target,
                    readOnly,
                    bind ? new Bind(selinux, propagation, path) : null,
                    volume ? new Volume(nocopy) : null);
        }
    }
}
