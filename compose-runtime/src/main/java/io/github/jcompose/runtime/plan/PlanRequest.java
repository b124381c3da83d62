package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.Project;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is wanted.
 *
 * @param project narrowed to the services in question, with the wanted numbers of replicas
 * @param named the services that the user named; empty for all
 * @param recreate for the named services
 * @param recreateOthers for the others
 * @param keepAnonymousVolumes whether a new container takes over the anonymous volumes of the one it replaces
 * @param removeOrphans whether containers of no service are removed
 * @param ignoreOrphans whether they are not even mentioned
 * @param confirm asked before data is lost, with the question
 * @param files digests of the configs and secrets of the services that have any
 */
public record PlanRequest(
        Project project,
        Set<String> named,
        Recreate recreate,
        Recreate recreateOthers,
        boolean keepAnonymousVolumes,
        boolean removeOrphans,
        boolean ignoreOrphans,
        Predicate<String> confirm,
        Map<String, String> files) {

    public PlanRequest {
        named = Set.copyOf(named);
        files = Map.copyOf(files);
    }

    /** A request that does not look at what configs and secrets hold. */
    public PlanRequest(
            Project project,
            Set<String> named,
            Recreate recreate,
            Recreate recreateOthers,
            boolean keepAnonymousVolumes,
            boolean removeOrphans,
            boolean ignoreOrphans,
            Predicate<String> confirm) {
        this(
                project,
                named,
                recreate,
                recreateOthers,
                keepAnonymousVolumes,
                removeOrphans,
                ignoreOrphans,
                confirm,
                Map.of());
    }

    /** {@return a request to bring the whole project up, replacing what differs} */
    public static PlanRequest of(Project project) {
        return new PlanRequest(
                project, Set.of(), Recreate.DIVERGED, Recreate.DIVERGED, true, false, false, question -> false);
    }

    Recreate policy(String service) {
        return named.isEmpty() || named.contains(service) ? recreate : recreateOthers;
    }
}
