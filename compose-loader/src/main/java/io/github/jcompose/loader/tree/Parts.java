package io.github.jcompose.loader.tree;

import io.github.jcompose.loader.problem.ComposeFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * A project cut into trees that hold a few of its services each, for stages that look at one service after the other. The
 * first also holds all that is not services. A project that is not large is one part.
 */
public final class Parts {
    /** Services of a part; a project has parts from twice as many on. */
    private static final int SERVICES = 64;

    private static final String SECTION = "services";

    private final MappingNode project;
    private final List<MappingNode> slices;

    private Parts(MappingNode project, List<MappingNode> slices) {
        this.project = project;
        this.slices = slices;
    }

    /** {@return the parts of a project, whose trees stay its own} */
    public static Parts of(MappingNode project) {
        MappingNode services = project.mapping(SECTION);
        List<MappingNode> slices = new ArrayList<>();
        int size = services == null ? 0 : services.size();
        for (int from = 0; services != null && size >= 2 * SERVICES && from < size; from += SERVICES) {
            slices.add(services.slice(from, Math.min(size, from + SERVICES)));
        }
        return new Parts(project, slices);
    }

    /** {@return how many there are} */
    public int size() {
        return Math.max(1, slices.size());
    }

    /** What is done with one part. */
    @FunctionalInterface
    public interface Stage {
        /**
         * Does it.
         *
         * @param index of the part, from 0
         * @param part a project with some of the services; may be changed below its sections
         * @param problems is told of what is wrong
         */
        void apply(int index, MappingNode part, Problems problems);
    }

    /**
     * Does something with all the parts, with several at once; what was taken out of one is gone from the project.
     *
     * @throws ComposeFileException if a part ends the load
     */
    public void each(Problems problems, Stage stage) {
        Entry section = project.entry(SECTION);
        if (slices.isEmpty() || section == null) {
            stage.apply(0, project, problems);
            return;
        }
        MappingNode services = (MappingNode) section.value();
        List<MappingNode> parts = parts(section);
        try {
            Shares.each(parts.size(), problems, (i, own) -> stage.apply(i, parts.get(i), own));
        } finally {
            section.value(services);
        }
        services.join(slices);
        project.join(List.of(parts.get(0)));
    }

    /** {@return the parts; the first has the entry of the services itself, whose value is put back in the end} */
    private List<MappingNode> parts(Entry section) {
        List<MappingNode> parts = new ArrayList<>();
        section.value(slices.get(0));
        parts.add(project.slice(0, project.size()));
        for (MappingNode slice : slices.subList(1, slices.size())) {
            MappingNode part = MappingNode.at(project);
            part.put(section.with(slice));
            parts.add(part);
        }
        return parts;
    }
}
