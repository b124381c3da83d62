package io.github.jcompose.runtime.observe;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.project.Labels;
import java.util.List;
import java.util.Locale;

/** Lists the containers of a project; those of hooks are none. */
public final class ProjectContainers {
    private ProjectContainers() {}

    /** {@return what all containers of services of that project have in common} */
    public static Filters filter(String project) {
        return Filters.label(Labels.PROJECT, project.toLowerCase(Locale.ROOT)).and("label", Labels.CONFIG_HASH);
    }

    /** {@return all of them, stopped and one-off ones too} */
    public static List<ContainerSummary> all(Engine engine, String project) {
        return engine.containers().list(filter(project), true);
    }

    /** {@return all but one-off ones, stopped ones too} */
    public static List<ContainerSummary> ofServices(Engine engine, String project) {
        return engine.containers().list(filter(project).andLabel(Labels.ONE_OFF, Labels.NO), true);
    }
}
