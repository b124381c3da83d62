package io.github.jcompose.loader.tree;

import io.github.jcompose.loader.problem.ComposeFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

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

    /**
     * Does something with all the parts, with several at once; what was taken out of one is gone from the project. What is
     * found wrong does not depend on how many processors there are: it is told in the order of the parts, and a part that
     * ends the load ends it where it would have ended had one followed the other.
     *
     * @param stage is given a project with some of the services, which it may change below its sections, and what is to be
     *     told of what is wrong in it
     * @throws ComposeFileException if a part ends the load
     */
    public void each(Problems problems, BiConsumer<MappingNode, Problems> stage) {
        map(problems, (part, own) -> {
            stage.accept(part, own);
            return part;
        });
    }

    /**
     * Does as {@link #each}.
     *
     * @return what the stage makes of the parts, in their order
     * @throws ComposeFileException if a part ends the load
     */
    public <T> List<T> map(Problems problems, BiFunction<MappingNode, Problems, T> stage) {
        Entry section = project.entry(SECTION);
        if (slices.isEmpty() || section == null) {
            return List.of(stage.apply(project, problems));
        }
        Node services = section.value();
        List<MappingNode> parts = parts(section);
        List<Done<T>> done;
        try {
            done = parts.parallelStream()
                    .map(part -> Done.of(part, problems.share(parts.size()), stage))
                    .toList();
        } finally {
            section.value(services);
        }
        List<T> results = new ArrayList<>();
        for (Done<T> part : done) {
            problems.add(part.problems());
            if (part.result() == null) {
                throw problems.failure();
            }
            results.add(part.result());
        }
        ((MappingNode) services).join(slices);
        project.join(List.of(parts.get(0)));
        return results;
    }

    /** What came of a part; there is no result if it has ended the load. */
    private record Done<T>(Problems problems, @Nullable T result) {
        static <T> Done<T> of(MappingNode part, Problems problems, BiFunction<MappingNode, Problems, T> stage) {
            try {
                return new Done<>(problems, stage.apply(part, problems));
            } catch (ComposeFileException e) {
                // What it tells is in the problems; it is thrown with what the parts before this one tell.
                return new Done<>(problems, null);
            }
        }
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
