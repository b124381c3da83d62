package io.github.jcompose.runtime.swarm;

import java.util.List;

/**
 * An attribute of a project that is without effect in a swarm.
 *
 * @param path the way to it from the root of the file, indexes of lists as digits: {@code services, web, build}
 * @param advice what holds in place of it, or what to do
 */
public record IgnoredAttribute(List<String> path, String advice) {
    /** {@return what to tell the user, without a place} */
    public String message() {
        return String.join(".", path) + ": " + reason();
    }

    /** {@return what to tell the user behind the path} */
    public String reason() {
        return "a swarm ignores this: " + advice;
    }
}
