package io.github.jcompose.runtime.build.context;

import io.github.jcompose.runtime.archive.SlashPath;
import java.util.ArrayList;
import java.util.List;

/** Which paths of a context are wanted at all. */
public final class IncludedPaths {
    /** How far a path is wanted. */
    enum Cover {
        NOTHING,
        /** Something below it. */
        PARTLY,
        /** It with all below. */
        WHOLE
    }

    /** Everything. */
    public static final IncludedPaths ALL = new IncludedPaths(List.of());

    private final List<List<IgnorePattern>> patterns;

    private IncludedPaths(List<List<IgnorePattern>> patterns) {
        this.patterns = patterns;
    }

    /**
     * {@return the paths that the patterns match, with all below them}
     *
     * @param texts empty for everything
     */
    public static IncludedPaths of(List<String> texts) {
        List<List<IgnorePattern>> patterns = new ArrayList<>();
        for (String text : texts) {
            String path = SlashPath.normal(text);
            if (path.isEmpty()) {
                return ALL;
            }
            List<IgnorePattern> parts = new ArrayList<>();
            for (String part : path.split("/")) {
                parts.add(IgnorePattern.of(part, false));
            }
            patterns.add(List.copyOf(parts));
        }
        return patterns.isEmpty() ? ALL : new IncludedPaths(List.copyOf(patterns));
    }

    Cover cover(String path) {
        if (patterns.isEmpty()) {
            return Cover.WHOLE;
        }
        String[] parts = path.split("/");
        Cover best = Cover.NOTHING;
        for (List<IgnorePattern> pattern : patterns) {
            Cover cover = cover(pattern, parts);
            if (cover == Cover.WHOLE) {
                return cover;
            }
            best = cover == Cover.PARTLY ? cover : best;
        }
        return best;
    }

    private static Cover cover(List<IgnorePattern> pattern, String[] parts) {
        int common = Math.min(pattern.size(), parts.length);
        for (int i = 0; i < common; i++) {
            if (pattern.get(i).isAnything()) {
                // More than is wanted does no harm.
                return Cover.WHOLE;
            }
            if (!pattern.get(i).matches(parts[i])) {
                return Cover.NOTHING;
            }
        }
        return parts.length >= pattern.size() ? Cover.WHOLE : Cover.PARTLY;
    }
}
