package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to do on an engine. */
public sealed interface Step {
    /** {@return what it is about, such as {@code network:front} or {@code service:web:1}} */
    String resource();

    /** Creates the network of that key. */
    record CreateNetwork(String key, String name) implements Step {
        @Override
        public String resource() {
            return "network:" + key;
        }
    }

    /**
     * Removes a network.
     *
     * @param bestEffort whether it may stay if something else still uses it
     */
    record RemoveNetwork(String key, String id, String name, boolean bestEffort) implements Step {
        @Override
        public String resource() {
            return "network:" + key;
        }
    }

    /** Takes a container off a network. */
    record DisconnectNetwork(String key, String networkId, ContainerRef container) implements Step {
        @Override
        public String resource() {
            return container.resource();
        }
    }

    /** Puts a container on the network of that key again, with the names and addresses it has there. */
    record ConnectNetwork(String key, String name, ContainerRef container) implements Step {
        @Override
        public String resource() {
            return container.resource();
        }
    }

    /** Creates the volume of that key. */
    record CreateVolume(String key, String name) implements Step {
        @Override
        public String resource() {
            return "volume:" + key;
        }
    }

    /**
     * Removes a volume with its data.
     *
     * @param bestEffort whether it may stay if something else still uses it
     */
    record RemoveVolume(String key, String name, boolean bestEffort) implements Step {
        @Override
        public String resource() {
            return "volume:" + key;
        }
    }

    /** Removes an image, unless something else still uses it. */
    record RemoveImage(String name) implements Step {
        @Override
        public String resource() {
            return "image:" + name;
        }
    }

    /**
     * Creates a container.
     *
     * @param service as it was when the plan was made
     * @param name that it gets at first
     * @param finalName that it has in the end
     * @param replaces what it takes over from; null if it is new
     * @param anonymousVolumes of the replaced one that are carried over if the new one has a place for them
     */
    record CreateContainer(
            String key,
            Service service,
            int number,
            String name,
            String finalName,
            @Nullable ContainerRef replaces,
            List<Observation.Mount> anonymousVolumes)
            implements Step {
        @Override
        public String resource() {
            return "service:" + key + ":" + number;
        }
    }

    /** Fetches an image. */
    record PullImage(String name) implements Step {
        @Override
        public String resource() {
            return "image:" + name;
        }
    }

    /** Builds the image of a service. */
    record BuildImage(String key, String name) implements Step {
        @Override
        public String resource() {
            return "image:" + name;
        }
    }

    /** Fetches an AI model and sets it up. */
    record PrepareModel(String key) implements Step {
        @Override
        public String resource() {
            return "model:" + key;
        }
    }

    /** Runs the program that provides a service. */
    record RunProvider(String key, String type) implements Step {
        @Override
        public String resource() {
            return "provider:" + key;
        }
    }

    /** Runs a hook in a container of its own before the service starts; counted from 0. */
    record RunHook(String key, int index) implements Step {
        @Override
        public String resource() {
            return "service:" + key;
        }
    }

    /**
     * Waits until a service is as another wants it.
     *
     * @param condition such as {@code service_healthy}
     */
    record AwaitService(String key, String condition) implements Step {
        @Override
        public String resource() {
            return "service:" + key;
        }
    }

    /** Starts a container. */
    record StartContainer(ContainerRef container) implements Step {
        @Override
        public String resource() {
            return container.resource();
        }
    }

    /** Lets a paused container go on. */
    record UnpauseContainer(ContainerRef container) implements Step {
        @Override
        public String resource() {
            return container.resource();
        }
    }

    /** Stops a container. */
    record StopContainer(ContainerRef container) implements Step {
        @Override
        public String resource() {
            return container.resource();
        }
    }

    /**
     * Removes a container.
     *
     * @param volumes whether its anonymous volumes go too
     * @param inherited anonymous volumes of a container that it replaced, which the engine would leave; they go if
     *     nothing else uses them
     */
    record RemoveContainer(ContainerRef container, boolean volumes, List<String> inherited) implements Step {
        public RemoveContainer {
            inherited = List.copyOf(inherited);
        }

        static RemoveContainer of(Observation.Container container, ContainerRef ref, boolean volumes) {
            return new RemoveContainer(ref, volumes, volumes ? container.inheritedVolumes() : List.of());
        }

        @Override
        public String resource() {
            return container.resource();
        }
    }

    /** Gives the container of that number the name that it should have. */
    record RenameContainer(ContainerRef container, String finalName) implements Step {
        @Override
        public String resource() {
            return container.resource();
        }
    }

    /**
     * A container that a step is about.
     *
     * @param id null as long as an earlier step has not made it
     * @param number 0 for an orphan or a one-off container
     */
    record ContainerRef(@Nullable String id, String name, String service, int number, boolean orphan) {
        /** {@return a container of the service that there is} */
        public static ContainerRef of(Observation.Container container) {
            return new ContainerRef(container.id(), container.name(), container.service(), container.number(), false);
        }

        /** {@return a container that belongs to no service} */
        public static ContainerRef orphan(Observation.Container container) {
            return new ContainerRef(container.id(), container.name(), container.service(), container.number(), true);
        }

        /** {@return what a step about it is about} */
        public String resource() {
            return orphan ? "orphan:" + name : "service:" + service + ":" + number;
        }
    }
}
