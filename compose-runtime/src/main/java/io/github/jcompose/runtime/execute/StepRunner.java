package io.github.jcompose.runtime.execute;

import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.plan.Observation;
import io.github.jcompose.runtime.plan.Plan;
import io.github.jcompose.runtime.plan.Step;

/** Does one step and tells of it, unless it is part of a group that tells for all its steps. */
final class StepRunner {
    private final Surroundings surroundings;
    private final ContainerSteps containers;
    private final ResourceSteps resources;

    StepRunner(Surroundings surroundings, Observation seen) {
        this.surroundings = surroundings;
        LiveContainers live = new LiveContainers(seen);
        containers = new ContainerSteps(surroundings, seen, live);
        resources = new ResourceSteps(surroundings, seen, live);
    }

    void run(Plan.Node node) {
        Step step = node.step();
        boolean quiet = node.group() != null;
        if (step instanceof Step.CreateContainer create) {
            told(quiet, ResourceKind.CONTAINER, create.name(), "Creating", "Created", () -> containers.create(create));
        } else if (step instanceof Step.StartContainer start) {
            String name = start.container().name();
            told(quiet, ResourceKind.CONTAINER, name, "Starting", "Started", () -> containers.start(start));
        } else if (step instanceof Step.UnpauseContainer unpause) {
            String name = unpause.container().name();
            told(quiet, ResourceKind.CONTAINER, name, "Starting", "Unpaused", () -> containers.unpause(unpause));
        } else if (step instanceof Step.StopContainer stop) {
            String name = stop.container().name();
            told(quiet, ResourceKind.CONTAINER, name, "Stopping", "Stopped", () -> containers.stop(stop));
        } else if (step instanceof Step.RemoveContainer remove) {
            String name = remove.container().name();
            told(quiet, ResourceKind.CONTAINER, name, "Removing", "Removed", () -> containers.remove(remove));
        } else if (step instanceof Step.RenameContainer rename) {
            containers.rename(rename);
        } else if (step instanceof Step.CreateNetwork create) {
            told(false, ResourceKind.NETWORK, create.name(), "Creating", "Created", () -> resources.create(create));
        } else if (step instanceof Step.RemoveNetwork remove) {
            resources.remove(remove);
        } else if (step instanceof Step.DisconnectNetwork disconnect) {
            resources.disconnect(disconnect);
        } else if (step instanceof Step.ConnectNetwork connect) {
            resources.connect(connect);
        } else if (step instanceof Step.CreateVolume create) {
            told(false, ResourceKind.VOLUME, create.name(), "Creating", "Created", () -> resources.create(create));
        } else if (step instanceof Step.RemoveVolume remove) {
            resources.remove(remove);
        } else if (step instanceof Step.RemoveImage remove) {
            resources.remove(remove);
        }
    }

    private void told(boolean quiet, ResourceKind kind, String name, String working, String done, Runnable work) {
        if (quiet) {
            work.run();
            return;
        }
        surroundings.events().working(kind, name, working);
        try {
            work.run();
        } catch (RuntimeException e) {
            surroundings.events().error(kind, name, e);
            throw e;
        }
        surroundings.events().done(kind, name, done);
    }
}
