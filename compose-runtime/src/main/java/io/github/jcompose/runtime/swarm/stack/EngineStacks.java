package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.swarm.DeployOptions;
import io.github.jcompose.runtime.swarm.IgnoredAttribute;
import io.github.jcompose.runtime.swarm.ServiceInfo;
import io.github.jcompose.runtime.swarm.StackInfo;
import io.github.jcompose.runtime.swarm.StackLogsOptions;
import io.github.jcompose.runtime.swarm.Stacks;
import io.github.jcompose.runtime.swarm.TaskInfo;
import io.github.jcompose.runtime.swarm.spec.IgnoredAttributes;
import io.github.jcompose.runtime.swarm.spec.Stack;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stacks of the swarm of an engine. */
public final class EngineStacks implements Stacks {
    private final Surroundings surroundings;

    /**
     * @param credentials gives the value of {@code X-Registry-Auth} for an image; null for none
     */
    public EngineStacks(
            Engine engine,
            Workers workers,
            Events events,
            Function<String, @Nullable String> credentials,
            Clock clock) {
        surroundings = new Surroundings(engine, workers, events, credentials, clock);
    }

    @Override
    public void deploy(Project project, String stack, DeployOptions options) {
        Deployment deployment = new Deployment(surroundings, Stack.of(stack, project), options);
        surroundings.events().during("stack deploy", deployment::run);
    }

    @Override
    public List<IgnoredAttribute> ignored(Project project) {
        return IgnoredAttributes.of(project, surroundings.engine().info().apiVersion());
    }

    @Override
    public List<StackInfo> list() {
        return new StackListing(surroundings).stacks();
    }

    @Override
    public List<ServiceInfo> services(String stack, Map<String, List<String>> filters) {
        return new StackListing(surroundings).services(stack, filters);
    }

    @Override
    public List<TaskInfo> tasks(String stack, Map<String, List<String>> filters) {
        return new StackListing(surroundings).tasks(stack, filters);
    }

    @Override
    public boolean remove(String stack, boolean await) {
        Removal removal = new Removal(surroundings, stack);
        return surroundings.events().during("stack rm", () -> removal.run(await));
    }

    @Override
    public void logs(String stack, StackLogsOptions options, LogSink sink) {
        new StackLogs(surroundings, stack, options, sink).run();
    }
}
