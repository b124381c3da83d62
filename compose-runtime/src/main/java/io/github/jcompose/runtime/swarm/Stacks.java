package io.github.jcompose.runtime.swarm;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.event.LogSink;
import java.util.List;
import java.util.Map;

/**
 * The stacks of the swarm that an engine manages. They are those of {@code docker stack}: each sees and changes the
 * stacks of the other. Every method throws a {@link ComposeException} if the engine is no manager of a swarm.
 */
public interface Stacks {
    /**
     * Brings the services, networks, configs and secrets of a stack to where the project wants them. A config or
     * secret with other content than the deployed one gets a new name, unless the project names it.
     *
     * @param stack the name of the stack
     * @throws StackUpdateException if the deployment was awaited and a service stopped or went back on its way
     * @throws ComposeException if a swarm cannot run the project, or the engine refuses
     */
    void deploy(Project project, String stack, DeployOptions options);

    /** {@return what in the project is without effect in a swarm} */
    List<IgnoredAttribute> ignored(Project project);

    /** {@return the stacks, sorted by name} */
    List<StackInfo> list();

    /**
     * {@return the services of a stack, sorted by name}
     *
     * @param filters as the engine has them: id, name, label, mode
     */
    List<ServiceInfo> services(String stack, Map<String, List<String>> filters);

    /**
     * {@return the tasks of a stack, sorted by name, the newest of a name first}
     *
     * @param filters as the engine has them: id, name, node, desired-state
     */
    List<TaskInfo> tasks(String stack, Map<String, List<String>> filters);

    /**
     * Removes all that belongs to a stack.
     *
     * @param await whether to return only once its containers have gone
     * @return whether there was anything
     */
    boolean remove(String stack, boolean await);

    /** Gives the log lines of the tasks to the sink. */
    void logs(String stack, StackLogsOptions options, LogSink sink);
}
