package io.github.jcompose.runtime.create;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.project.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The part of a create request that goes with the image: the process and its surroundings ({@code Config}). */
final class ProcessSection {
    private final ContainerSpec spec;
    private final Service service;
    private final Networking networking;

    ProcessSection(ContainerSpec spec, Networking networking) {
        this.spec = spec;
        this.service = spec.service();
        this.networking = networking;
    }

    Fields fields() {
        Duration grace = service.stopGracePeriod();
        return new Fields()
                .put("Hostname", service.hostname())
                .put("Domainname", service.domainname())
                .put("User", service.user())
                .put("WorkingDir", service.workingDir())
                .put("StopSignal", service.stopSignal())
                .always("Image", Names.of(spec.project()).image(spec.key(), service))
                .always("Cmd", service.command())
                .always("Entrypoint", service.entrypoint())
                .put("Env", environment())
                .put("ExposedPorts", exposedPorts())
                .put("Tty", service.tty())
                .put("OpenStdin", service.stdinOpen())
                .always("AttachStdout", true)
                .always("AttachStderr", true)
                .always("Labels", spec.labels())
                .put("Healthcheck", healthcheck(service.healthcheck()))
                .put("NetworkDisabled", "disabled".equals(service.networkMode()))
                .put("MacAddress", networking.macAddressOfContainer())
                .putAll(grace == null ? new Fields() : new Fields().always("StopTimeout", grace.toSeconds()));
    }

    private List<String> environment() {
        List<String> lines = new ArrayList<>();
        spec.proxies().forEach((name, value) -> {
            if (!service.environment().containsKey(name)) {
                lines.add(name + "=" + value);
            }
        });
        service.environment().forEach((name, value) -> lines.add(value == null ? name : name + "=" + value));
        return lines;
    }

    private Map<String, Object> exposedPorts() {
        Map<String, Object> ports = new TreeMap<>();
        for (Port port : service.ports()) {
            ports.put(port.target() + "/" + protocol(port), Map.of());
        }
        for (String expose : service.expose()) {
            String[] parts = expose.split("/", 2);
            String[] range = parts[0].split("-", 2);
            int first = number(expose, range[0]);
            int end = range.length == 1 ? first : number(expose, range[1]);
            for (int port = first; port <= end; port++) {
                ports.put(port + "/" + (parts.length == 1 ? "tcp" : parts[1]), Map.of());
            }
        }
        return ports;
    }

    private int number(String expose, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new ComposeException("services." + spec.key() + ".expose: '" + expose + "' is no port", e);
        }
    }

    static String protocol(Port port) {
        String protocol = port.protocol();
        return protocol == null || protocol.isEmpty() ? "tcp" : protocol;
    }

    private @Nullable Map<String, @Nullable Object> healthcheck(@Nullable Healthcheck check) {
        if (check == null) {
            return null;
        }
        if (check.disable()) {
            return new Fields().always("Test", List.of("NONE")).map();
        }
        Duration startInterval = check.startInterval();
        if (startInterval != null && check.startPeriod() == null) {
            throw new ComposeException("services." + spec.key()
                    + ": healthcheck.start_interval requires healthcheck.start_period to be set");
        }
        boolean known = spec.api().atLeast("1.44");
        return new Fields()
                .put("Test", check.test())
                .put("Interval", nanos(check.interval()))
                .put("Timeout", nanos(check.timeout()))
                .put("Retries", check.retries())
                .put("StartPeriod", nanos(check.startPeriod()))
                .put("StartInterval", known ? nanos(startInterval) : null)
                .map();
    }

    private static @Nullable Long nanos(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos();
    }
}
