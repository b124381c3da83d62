package io.github.jcompose.runtime.images;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.GoDuration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When an image is pulled.
 *
 * @param kind the rule
 * @param period for {@code REFRESH}, the age from which on it is pulled again
 */
record PullPolicy(Kind kind, Duration period) {
    enum Kind {
        ALWAYS,
        MISSING,
        NEVER,
        BUILD,
        REFRESH
    }

    /** {@return the policy of that spelling; null and empty mean missing} */
    static PullPolicy parse(String service, @Nullable String text) {
        String policy = text == null ? "" : text;
        return switch (policy) {
            case "always" -> of(Kind.ALWAYS);
            // "refresh" is in the schema, but means nothing without a period.
            case "", "missing", "if_not_present", "refresh" -> of(Kind.MISSING);
            case "never" -> of(Kind.NEVER);
            case "build" -> of(Kind.BUILD);
            case "daily" -> new PullPolicy(Kind.REFRESH, Duration.ofDays(1));
            case "weekly" -> new PullPolicy(Kind.REFRESH, Duration.ofDays(7));
            default -> every(service, policy);
        };
    }

    private static PullPolicy of(Kind kind) {
        return new PullPolicy(kind, Duration.ZERO);
    }

    private static PullPolicy every(String service, String policy) {
        if (policy.startsWith("every_")) {
            try {
                return new PullPolicy(Kind.REFRESH, GoDuration.parse(policy.substring("every_".length())));
            } catch (IllegalArgumentException e) {
                throw invalid(service, policy, e);
            }
        }
        throw invalid(service, policy, null);
    }

    private static ComposeException invalid(String service, String policy, @Nullable Throwable cause) {
        return new ComposeException(
                "services." + service + ": invalid pull policy '" + policy
                        + "'; expected always, missing, if_not_present, never, build, daily, weekly or every_<duration>",
                cause);
    }
}
