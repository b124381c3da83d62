package io.github.jcompose.kubernetes.manifest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a conversion has to say, each thing once. */
public final class Findings {
    private final Set<Finding> warnings = new LinkedHashSet<>();
    private final Set<Finding> errors = new LinkedHashSet<>();

    /** Nothing is found yet. */
    public Findings() {}

    /** Notes what will not be as in the file. */
    public void warn(List<Object> path, String message, @Nullable String hint) {
        warnings.add(new Finding(path, message, hint));
    }

    /** Notes what makes the conversion fail. */
    public void error(List<Object> path, String message, @Nullable String hint) {
        errors.add(new Finding(path, message, hint));
    }

    /** {@return the warnings in the order they came} */
    public List<Finding> warnings() {
        return new ArrayList<>(warnings);
    }

    /**
     * Ends the conversion if there is an error.
     *
     * @throws ConversionException with all of them
     */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ConversionException(List.copyOf(errors));
        }
    }
}
