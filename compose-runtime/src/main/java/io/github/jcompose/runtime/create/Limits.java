package io.github.jcompose.runtime.create;

import io.github.jcompose.model.BlkioConfig;
import io.github.jcompose.model.BlkioLimit;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.DeviceMapping;
import io.github.jcompose.model.DeviceRequest;
import io.github.jcompose.model.Resource;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Ulimit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a container may use: memory, processors, devices, and the limits of {@code deploy.resources}. */
final class Limits {
    private static final Pattern CDI = Pattern.compile("[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*=[\\w.:-]+");

    private final Service service;
    private final @Nullable Resource limits;
    private final @Nullable Resource reservations;

    Limits(ContainerSpec spec) {
        service = spec.service();
        Deploy deploy = service.deploy();
        limits = deploy == null ? null : deploy.resources().limits();
        reservations = deploy == null ? null : deploy.resources().reservations();
    }

    Fields fields() {
        return new Fields()
                .put("OomScoreAdj", service.oomScoreAdj())
                .put("ShmSize", bytes(service.shmSize()))
                .put("CgroupParent", service.cgroupParent())
                .put("Memory", or(limits == null ? null : bytes(limits.memory()), bytes(service.memLimit())))
                .put("MemorySwap", bytes(service.memswapLimit()))
                .put(
                        "MemoryReservation",
                        or(reservations == null ? null : bytes(reservations.memory()), bytes(service.memReservation())))
                .put("MemorySwappiness", bytes(service.memSwappiness()))
                .always("OomKillDisable", service.oomKillDisable())
                .put("CpuCount", service.cpuCount())
                .put("CpuPercent", (long) (service.cpuPercent() * 100))
                .put("CpuPeriod", service.cpuPeriod())
                .put("CpuQuota", service.cpuQuota())
                .put("CpuRealtimePeriod", service.cpuRtPeriod())
                .put("CpuRealtimeRuntime", service.cpuRtRuntime())
                .put("CpuShares", service.cpuShares())
                .put("CpusetCpus", service.cpuset())
                .put("NanoCpus", or(limits == null ? null : nanos(limits.cpus()), nanos(service.cpus())))
                .put("PidsLimit", or(limits == null ? null : limits.pids(), service.pidsLimit()))
                .put("Devices", devices())
                .put("DeviceRequests", deviceRequests())
                .put("DeviceCgroupRules", service.deviceCgroupRules())
                .put("Ulimits", ulimits())
                .putAll(blkio(service.blkioConfig()));
    }

    private static @Nullable Long or(@Nullable Long first, @Nullable Long second) {
        return first != null && first != 0 ? first : second;
    }

    private static @Nullable Long bytes(@Nullable ByteSize size) {
        return size == null ? null : size.bytes();
    }

    private static long nanos(float cpus) {
        // By way of the text: 0.7f as a double is not 0.7.
        return new BigDecimal(Float.toString(cpus)).movePointRight(9).longValue();
    }

    private List<Map<String, @Nullable Object>> devices() {
        List<Map<String, @Nullable Object>> devices = new ArrayList<>();
        for (DeviceMapping device : service.devices()) {
            if (!isCdi(device)) {
                String permissions = device.permissions();
                devices.add(new Fields()
                        .put("PathOnHost", device.source())
                        .put("PathInContainer", device.target())
                        .put("CgroupPermissions", permissions == null ? "rwm" : permissions)
                        .map());
            }
        }
        return devices;
    }

    private static boolean isCdi(DeviceMapping device) {
        String source = device.source();
        return source != null
                && source.equals(device.target())
                && CDI.matcher(source).matches();
    }

    private List<Map<String, @Nullable Object>> deviceRequests() {
        List<Map<String, @Nullable Object>> requests = new ArrayList<>();
        for (DeviceMapping device : service.devices()) {
            if (isCdi(device)) {
                requests.add(new Fields()
                        .always("Driver", "cdi")
                        .always("DeviceIDs", List.of(Objects.requireNonNullElse(device.source(), "")))
                        .map());
            }
        }
        for (DeviceRequest gpu : service.gpus()) {
            List<String> capabilities = new ArrayList<>(gpu.capabilities());
            capabilities.add("gpu");
            requests.add(request(gpu, capabilities));
        }
        if (reservations != null) {
            reservations.devices().forEach(device -> requests.add(request(device, device.capabilities())));
        }
        return requests;
    }

    private static Map<String, @Nullable Object> request(DeviceRequest request, List<String> capabilities) {
        return new Fields()
                .put("Driver", request.driver())
                .put("Count", request.count())
                .put("DeviceIDs", request.deviceIds())
                .put("Capabilities", List.of(capabilities))
                .put("Options", request.options())
                .map();
    }

    private List<Map<String, @Nullable Object>> ulimits() {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (Map.Entry<String, Ulimit> entry : new TreeMap<>(service.ulimits()).entrySet()) {
            list.add(new Fields()
                    .always("Name", entry.getKey())
                    .always("Soft", entry.getValue().soft())
                    .always("Hard", entry.getValue().hard())
                    .map());
        }
        return list;
    }

    private static Fields blkio(@Nullable BlkioConfig config) {
        if (config == null) {
            return new Fields();
        }
        List<Map<String, @Nullable Object>> weights = new ArrayList<>();
        config.weightDevice()
                .forEach(w -> weights.add(new Fields()
                        .put("Path", w.path())
                        .put("Weight", w.weight())
                        .map()));
        return new Fields()
                .put("BlkioWeight", config.weight())
                .put("BlkioWeightDevice", weights)
                .put("BlkioDeviceReadBps", rates(config.deviceReadBps()))
                .put("BlkioDeviceReadIOps", rates(config.deviceReadIops()))
                .put("BlkioDeviceWriteBps", rates(config.deviceWriteBps()))
                .put("BlkioDeviceWriteIOps", rates(config.deviceWriteIops()));
    }

    private static List<Map<String, @Nullable Object>> rates(List<BlkioLimit> limits) {
        List<Map<String, @Nullable Object>> rates = new ArrayList<>();
        limits.forEach(l -> rates.add(
                new Fields().put("Path", l.path()).put("Rate", bytes(l.rate())).map()));
        return rates;
    }
}
