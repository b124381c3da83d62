package io.github.jcompose.model;

import java.util.Locale;

/** What a dependency must have reached; see {@link Dependency}. */
public enum DependencyCondition implements TreeValue {
    /** The container runs. */
    SERVICE_STARTED,
    /** The healthcheck of the container passes. */
    SERVICE_HEALTHY,
    /** The container has exited with code 0. */
    SERVICE_COMPLETED_SUCCESSFULLY;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** {@return the condition as a compose file spells it} */
    @Override
    public String toTree() {
        return text;
    }

    /**
     * {@return the condition of that spelling}
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DependencyCondition parse(String text) {
        for (DependencyCondition condition : values()) {
            if (condition.text.equals(text)) {
                return condition;
            }
        }
        throw new IllegalArgumentException("unknown condition '" + text
                + "'; expected service_started, service_healthy or service_completed_successfully");
    }

    @Override
    public String toString() {
        return text;
    }
}
