package io.github.jcompose.runtime.execute;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.create.ContainerSpec;
import io.github.jcompose.runtime.create.NetworkRequest;
import io.github.jcompose.runtime.create.Networking;
import io.github.jcompose.runtime.create.VolumeRequest;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.plan.Observation;
import io.github.jcompose.runtime.plan.Step;
import io.github.jcompose.runtime.project.LabelSet;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.work.Events;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The steps that make, connect and remove networks, volumes and images. */
final class ResourceSteps {
    private final Surroundings around;
    private final Engine engine;
    private final Events events;
    private final LiveContainers live;
    private final LabelSet labels;

    ResourceSteps(Surroundings around, Observation seen, LiveContainers live) {
        this.around = around;
        this.engine = around.engine();
        this.events = around.events();
        this.live = live;
        this.labels = new LabelSet(around.project(), around.environmentFiles());
    }

    void create(Step.CreateNetwork step) {
        Network network = around.project().networks().get(step.key());
        if (network == null) {
            throw new ComposeException("no network '" + step.key() + "' in the project");
        }
        around.workers().limited(() -> {
            try {
                String id = engine.networks()
                        .create(NetworkRequest.of(
                                network,
                                step.name(),
                                labels.network(step.key(), network),
                                engine.info().apiVersion()));
                giveWay(step.name(), id);
            } catch (EngineConflictException e) {
                // Another run of the same project made it meanwhile.
            }
        });
    }

    /** Old engines can make two networks of one name at the same time. All runs then leave the first of them. */
    private void giveWay(String name, String id) {
        if (engine.info().apiVersion().atLeast("1.44")) {
            return;
        }
        String first = engine.networks().list(Filters.none().and("name", name)).stream()
                .filter(network -> network.name().equals(name))
                .min(Comparator.comparing(
                                (NetworkDetails network) -> network.raw().string("Created"))
                        .thenComparing(NetworkDetails::id))
                .map(NetworkDetails::id)
                .orElse(id);
        if (!first.equals(id)) {
            try {
                engine.networks().remove(id);
            } catch (EngineNotFoundException e) {
                // That is what was wanted.
            }
        }
    }

    void remove(Step.RemoveNetwork step) {
        events.working(ResourceKind.NETWORK, step.name(), "Removing");
        try {
            engine.networks().remove(step.id());
            events.done(ResourceKind.NETWORK, step.name(), "Removed");
        } catch (EngineNotFoundException e) {
            events.done(ResourceKind.NETWORK, step.name(), "Removed");
        } catch (EngineException e) {
            boolean inUse = e instanceof EngineConflictException || e.status() == 403;
            if (!step.bestEffort() || !inUse) {
                events.error(ResourceKind.NETWORK, step.name(), e);
                throw e;
            }
            events.warning(ResourceKind.NETWORK, step.name(), "Resource is still in use");
        }
    }

    void disconnect(Step.DisconnectNetwork step) {
        String id = step.container().id();
        if (id == null) {
            return;
        }
        try {
            engine.networks().disconnect(step.networkId(), id, true);
        } catch (EngineNotFoundException e) {
            // It is not on the network, or gone.
        } catch (EngineException e) {
            // Some engines have no status of its own for that.
            if (!String.valueOf(e.getMessage()).contains("is not connected")) {
                throw e;
            }
        }
    }

    void connect(Step.ConnectNetwork step) {
        Step.ContainerRef container = step.container();
        Service service = around.project().services().get(container.service());
        String id = container.id();
        if (service == null || id == null) {
            return;
        }
        ContainerSpec spec = new ContainerSpec(
                around.project(),
                container.service(),
                service,
                Names.of(around.project()).container(container.service(), service, container.number()),
                container.number(),
                Map.of(),
                List.of(),
                true,
                engine.info().apiVersion(),
                live);
        engine.networks().connect(step.name(), id, new Networking(spec).endpoint(step.key()));
    }

    void create(Step.CreateVolume step) {
        Volume volume = around.project().volumes().get(step.key());
        if (volume == null) {
            throw new ComposeException("no volume '" + step.key() + "' in the project");
        }
        around.workers()
                .limited(() -> engine.volumes()
                        .create(VolumeRequest.of(volume, step.name(), labels.volume(step.key(), volume))));
    }

    void remove(Step.RemoveVolume step) {
        events.working(ResourceKind.VOLUME, step.name(), "Removing");
        try {
            engine.volumes().remove(step.name(), true);
            events.done(ResourceKind.VOLUME, step.name(), "Removed");
        } catch (EngineNotFoundException e) {
            events.done(ResourceKind.VOLUME, step.name(), "Removed");
        } catch (EngineConflictException e) {
            if (!step.bestEffort()) {
                events.error(ResourceKind.VOLUME, step.name(), e);
                throw e;
            }
            events.warning(ResourceKind.VOLUME, step.name(), "Resource is still in use");
        }
    }

    void remove(Step.RemoveImage step) {
        events.working(ResourceKind.IMAGE, step.name(), "Removing");
        try {
            engine.images().remove(step.name(), false);
            events.done(ResourceKind.IMAGE, step.name(), "Removed");
        } catch (EngineNotFoundException e) {
            events.done(ResourceKind.IMAGE, step.name(), "Removed");
        } catch (EngineConflictException e) {
            events.warning(ResourceKind.IMAGE, step.name(), "Resource is still in use");
        }
    }
}
