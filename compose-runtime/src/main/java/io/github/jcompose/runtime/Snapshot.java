package io.github.jcompose.runtime;

import java.util.List;

/**
 * What there was to see of a project at one moment.
 *
 * @param project its name
 * @param containers its containers by name
 */
public record Snapshot(String project, List<Entry> containers) {
    /**
     * A container.
     *
     * @param container as the engine lists it
     * @param details its state, what its healthcheck said, and its last log lines, in several lines
     */
    public record Entry(ContainerInfo container, String details) {}

    public Snapshot {
        containers = List.copyOf(containers);
    }

    /** {@return all of it, for people to read} */
    public String text() {
        StringBuilder text = new StringBuilder("project ").append(project);
        if (containers.isEmpty()) {
            text.append(" has no containers");
        }
        for (Entry entry : containers) {
            text.append('\n')
                    .append(entry.container().service())
                    .append(" (")
                    .append(entry.container().name())
                    .append("): ")
                    .append(entry.container().status())
                    .append(entry.details());
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
