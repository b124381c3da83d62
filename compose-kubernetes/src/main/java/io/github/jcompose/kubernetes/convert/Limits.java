package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.DeviceRequest;
import io.github.jcompose.model.Resource;
import io.github.jcompose.model.Resources;
import io.github.jcompose.model.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits and reservations. */
final class Limits {
    /** What one processor weighs by {@code cpu_shares}. */
    private static final double SHARES = 1024.0;

    private static final double USUAL_PERIOD = 100_000.0;

    private final Conversion conversion;
    private final String name;
    private final Service service;
    private final Map<String, Quantity> limits = new LinkedHashMap<>();
    private final Map<String, Quantity> requests = new LinkedHashMap<>();

    private Limits(Conversion conversion, String name) {
        this.conversion = conversion;
        this.name = name;
        this.service = conversion.service(name);
    }

    /** Gives the container its resources. */
    static void apply(Conversion conversion, String name, Container container) {
        Limits limits = new Limits(conversion, name);
        limits.collect();
        if (!limits.limits.isEmpty() || !limits.requests.isEmpty()) {
            ResourceRequirements resources = new ResourceRequirements();
            resources.setLimits(limits.limits);
            resources.setRequests(limits.requests);
            container.setResources(resources);
        }
    }

    private void collect() {
        Resources asked = service.deploy() == null ? null : service.deploy().resources();
        Resource limit = asked == null ? null : asked.limits();
        Resource reservation = asked == null ? null : asked.reservations();
        processors(limits, limit != null && limit.cpus() > 0 ? limit.cpus() : ownProcessors());
        memory(limits, limit != null && limit.memory() != null ? limit.memory() : service.memLimit());
        storage();
        processors(
                requests,
                reservation != null && reservation.cpus() > 0 ? reservation.cpus() : service.cpuShares() / SHARES);
        memory(
                requests,
                reservation != null && reservation.memory() != null ? reservation.memory() : service.memReservation());
        if (limit != null && limit.pids() > 0) {
            conversion.warn(
                    List.of("services", name, "deploy", "resources", "limits", "pids"),
                    "Kubernetes limits processes per node only",
                    "see podPidsLimit of the kubelet");
        }
        devices(service.gpus(), List.of("services", name, "gpus"));
        if (reservation != null) {
            devices(reservation.devices(), List.of("services", name, "deploy", "resources", "reservations", "devices"));
            if (!reservation.genericResources().isEmpty()) {
                conversion.warn(
                        List.of("services", name, "deploy", "resources", "reservations", "generic_resources"),
                        "generic resources have no counterpart",
                        null);
            }
        }
    }

    private double ownProcessors() {
        if (service.cpus() > 0) {
            return service.cpus();
        }
        if (service.cpuQuota() > 0) {
            return service.cpuQuota() / (service.cpuPeriod() > 0 ? service.cpuPeriod() : USUAL_PERIOD);
        }
        return service.cpuCount();
    }

    private static void processors(Map<String, Quantity> target, double processors) {
        if (processors > 0) {
            target.put("cpu", new Quantity(Quantities.processors(processors)));
        }
    }

    private static void memory(Map<String, Quantity> target, @Nullable ByteSize size) {
        if (size != null && size.bytes() > 0) {
            target.put("memory", new Quantity(Quantities.bytes(size.bytes())));
        }
    }

    private void storage() {
        String size = service.storageOpt().get("size");
        if (size == null) {
            return;
        }
        try {
            limits.put(
                    "ephemeral-storage",
                    new Quantity(Quantities.bytes(ByteSize.parse(size).bytes())));
        } catch (IllegalArgumentException e) {
            conversion.warn(List.of("services", name, "storage_opt", "size"), "'" + size + "' is no size", null);
        }
    }

    private void devices(List<DeviceRequest> devices, List<Object> path) {
        for (DeviceRequest device : devices) {
            String driver = device.driver() == null || device.driver().isEmpty() ? "nvidia" : device.driver();
            boolean gpu =
                    device.capabilities().isEmpty() || device.capabilities().contains("gpu");
            if (!gpu) {
                conversion.warn(path, "only devices that are GPUs have a counterpart", null);
                continue;
            }
            if (!device.deviceIds().isEmpty()) {
                conversion.warn(path, "which of the GPUs it is cannot be said; their number is kept", null);
            }
            if (device.count() < 0) {
                conversion.warn(path, "'all' GPUs cannot be asked for; one is", "say how many with 'count'");
            }
            long count = device.deviceIds().isEmpty()
                    ? Math.max(1, device.count())
                    : device.deviceIds().size();
            limits.put(driver + ".com/gpu", new Quantity(Long.toString(count)));
        }
    }
}
