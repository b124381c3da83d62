package io.github.jcompose.runtime.event;

import org.jspecify.annotations.Nullable;

/**
 * The state of one resource during an operation. A later event of the same {@link #id()} replaces an earlier.
 *
 * @param kind what it is
 * @param name its name
 * @param parent the {@link #id()} of what it is a part of; null if it stands for itself
 * @param text the phase, such as {@code Creating} or {@code Started}
 * @param details more, or empty
 * @param current how much is done, in the unit of {@code total} (bytes for images); 0 if not known
 * @param total 0 if not known
 */
public record Progress(
        ResourceKind kind,
        String name,
        @Nullable String parent,
        Status status,
        String text,
        String details,
        long current,
        long total)
        implements ComposeEvent {

    /** {@return an event of something that stands for itself} */
    public static Progress of(ResourceKind kind, String name, Status status, String text) {
        return new Progress(kind, name, null, status, text, "", 0, 0);
    }

    /** {@return this with details} */
    public Progress withDetails(String more) {
        return new Progress(kind, name, parent, status, text, more, current, total);
    }

    /** {@return what tells the resource from all others, such as {@code Container web-1}} */
    public String id() {
        return kind.prefix() + name;
    }

    /** {@return how much is done, from 0 to 100; 0 if not known} */
    public int percent() {
        return total <= 0 ? 0 : (int) Math.min(100, current * 100 / total);
    }
}
