package io.github.jcompose.runtime.start;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.Health;
import org.jspecify.annotations.Nullable;

/** What is waited for, and how far a container is from it. */
enum Condition {
    /** The healthcheck passes. */
    HEALTHY,
    /** It has exited with code 0. */
    COMPLETED,
    /** It runs, and its healthcheck passes if it has one; or it has done its work and exited with code 0. */
    RUNNING_OR_DONE;

    /**
     * What a look at a container tells.
     *
     * @param unproven whether all that speaks for it is that it runs at this moment
     */
    record Verdict(String text, @Nullable String failure, boolean unproven) {
        static Verdict met(String text) {
            return new Verdict(text, null, false);
        }

        static Verdict runs() {
            return new Verdict("Healthy", null, true);
        }

        static Verdict failed(String why) {
            return new Verdict("Error", why, false);
        }
    }

    /** {@return what there is to say of the container; null to wait on} */
    @Nullable
    Verdict judge(String name, ContainerDetails container) {
        ContainerStatus status = container.state().status();
        int code = container.state().exitCode();
        boolean exited = status == ContainerStatus.EXITED || status == ContainerStatus.DEAD;
        if (this == COMPLETED) {
            if (!exited) {
                return null;
            }
            return code == 0 ? Verdict.met("Exited") : Verdict.failed("didn't complete successfully: exit " + code);
        }
        if (exited) {
            return this == RUNNING_OR_DONE && code == 0
                    ? Verdict.met("Exited")
                    : Verdict.failed("container " + name + " exited (" + code + ")");
        }
        if (status != ContainerStatus.RUNNING) {
            return null;
        }
        Health.Status health = container.state().health().status();
        return switch (health) {
            case HEALTHY -> Verdict.met("Healthy");
            case UNHEALTHY -> Verdict.failed("container " + name + " is unhealthy");
            case STARTING -> null;
            case NONE ->
                this == HEALTHY
                        ? Verdict.failed("container " + name + " has no healthcheck configured")
                        : Verdict.runs();
        };
    }
}
