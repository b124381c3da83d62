package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The container of a service. */
final class Containers {
    private final Conversion conversion;
    private final PodVolumes volumes;
    private final boolean probed;

    /**
     * @param probed whether the container is one that stays
     */
    Containers(Conversion conversion, PodVolumes volumes, boolean probed) {
        this.conversion = conversion;
        this.volumes = volumes;
        this.probed = probed;
    }

    Container of(String name) {
        Service service = conversion.service(name);
        Container container = new Container();
        container.setName(conversion.name(name).value());
        container.setImage(image(name, service));
        container.setImagePullPolicy(pullPolicy(name, service.pullPolicy()));
        if (service.entrypoint() != null && !service.entrypoint().isEmpty()) {
            container.setCommand(Literals.of(service.entrypoint()));
        }
        if (service.command() != null && !service.command().isEmpty()) {
            container.setArgs(Literals.of(service.command()));
        }
        cleared(name, service);
        container.setWorkingDir(service.workingDir());
        Variables.apply(conversion, name, container);
        container.setPorts(ports(service));
        if (probed) {
            Probes.apply(service.healthcheck(), container);
        }
        Limits.apply(conversion, name, container);
        Security.apply(conversion, name, container);
        container.setVolumeMounts(volumes.mounts(name));
        if (service.stdinOpen()) {
            container.setStdin(true);
        }
        if (service.tty()) {
            container.setTty(true);
        }
        Hooks.lifecycle(conversion, name, container);
        return container;
    }

    private void cleared(String name, Service service) {
        boolean noEntrypoint =
                service.entrypoint() != null && service.entrypoint().isEmpty();
        if (noEntrypoint) {
            conversion.warn(
                    name, "entrypoint", "an image's entrypoint cannot be cleared; it stays", "give the command here");
        }
        boolean noCommand = service.command() != null && service.command().isEmpty();
        if (noCommand && service.entrypoint() == null) {
            conversion.warn(name, "command", "an image's command cannot be cleared; it stays", null);
        }
    }

    private String image(String name, Service service) {
        if (service.image() != null && !service.image().isEmpty()) {
            return service.image();
        }
        String image = conversion.project().name() + "-" + name;
        conversion.warn(
                name,
                service.buildSpec() == null ? "image" : "build",
                "a cluster builds no images; it will look for '" + image + "'",
                "give it an 'image' that you push to where the cluster pulls from");
        return image;
    }

    private @Nullable String pullPolicy(String name, @Nullable String policy) {
        if (policy == null || policy.isEmpty()) {
            return null;
        }
        return switch (policy) {
            case "always" -> "Always";
            case "never" -> "Never";
            case "missing", "if_not_present" -> "IfNotPresent";
            case "build" -> {
                conversion.warn(name, "pull_policy", "a cluster builds no images", "push the image first");
                yield "IfNotPresent";
            }
            default -> {
                conversion.warn(
                        name, "pull_policy", "'" + policy + "' is not known to a cluster; it pulls always", null);
                yield "Always";
            }
        };
    }

    private static List<ContainerPort> ports(Service service) {
        List<ContainerPort> ports = new ArrayList<>();
        for (Ports.Listening listening : Ports.of(service)) {
            ContainerPort port = new ContainerPort();
            port.setContainerPort(listening.number());
            port.setProtocol(listening.protocol());
            port.setHostPort(hostPort(service, listening));
            ports.add(port);
        }
        return ports;
    }

    /** {@return the port of the node; null unless the port is published in host mode} */
    private static @Nullable Integer hostPort(Service service, Ports.Listening listening) {
        for (Port port : service.ports()) {
            boolean same = port.target() == listening.number()
                    && Ports.protocol(port.protocol()).equals(listening.protocol());
            if (same && "host".equals(port.mode())) {
                return Publishing.first(port.published(), port.target());
            }
        }
        return null;
    }
}
