package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service: one container image or build, and how its containers run.
 *
 * <p>Follows the <a href="https://github.com/compose-spec/compose-spec/blob/main/05-services.md">Compose Specification</a>. A component that is null, false, zero or an empty
 * collection is not set. {@code command} and {@code entrypoint} tell null (the image's own) from an empty
 * list (cleared).
 *
 * @param cpuPeriod the scheduler period, in microseconds
 * @param cpuQuota the scheduler quota, in microseconds
 * @param cpuRtPeriod in microseconds
 * @param cpuRtRuntime in microseconds
 * @param cpus number of processors, as a fraction
 * @param command null: the image decides; empty: none
 * @param entrypoint null: the image decides; empty: none
 * @param environment a null value removes the variable that the image sets
 * @param memSwappiness a percentage, read as the reference reads it: like a size
 * @param networks a null value attaches without options
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Service(
        List<String> profiles,
        Map<String, String> annotations,
        @Nullable Boolean attach,
        @Nullable Build buildSpec,
        @Nullable Develop develop,
        @Nullable BlkioConfig blkioConfig,
        List<String> capAdd,
        List<String> capDrop,
        @Nullable String cgroupParent,
        @Nullable String cgroup,
        long cpuCount,
        float cpuPercent,
        long cpuPeriod,
        long cpuQuota,
        long cpuRtPeriod,
        long cpuRtRuntime,
        float cpus,
        @Nullable String cpuset,
        long cpuShares,
        @Always @Nullable List<String> command,
        List<FileReference> configs,
        @Nullable String containerName,
        @Nullable CredentialSpec credentialSpec,
        Map<String, Dependency> dependsOn,
        @Nullable Deploy deploy,
        List<String> deviceCgroupRules,
        List<DeviceMapping> devices,
        List<String> dns,
        List<String> dnsOpt,
        List<String> dnsSearch,
        @Nullable String domainname,
        @Always @Nullable List<String> entrypoint,
        @Nullable Provider provider,
        Map<String, @Nullable String> environment,
        List<EnvFile> envFile,
        List<String> expose,
        List<String> externalLinks,
        ExtraHosts extraHosts,
        List<String> groupAdd,
        List<DeviceRequest> gpus,
        @Nullable String hostname,
        @Nullable Healthcheck healthcheck,
        @Nullable String image,
        @Nullable Boolean init,
        @Nullable String ipc,
        @Nullable String isolation,
        Map<String, String> labels,
        List<String> labelFile,
        List<String> links,
        @Nullable Logging logging,
        @Nullable ByteSize memLimit,
        @Nullable ByteSize memReservation,
        @Nullable ByteSize memswapLimit,
        @Nullable ByteSize memSwappiness,
        @Nullable String macAddress,
        Map<String, @Nullable ServiceModel> models,
        @Nullable String networkMode,
        Map<String, @Nullable NetworkAttachment> networks,
        boolean oomKillDisable,
        long oomScoreAdj,
        @Nullable String pid,
        long pidsLimit,
        @Nullable String platform,
        List<Port> ports,
        boolean privileged,
        @Nullable String pullPolicy,
        boolean readOnly,
        @Nullable String restart,
        @Nullable String runtime,
        @Nullable Integer scale,
        List<FileReference> secrets,
        List<String> securityOpt,
        @Nullable ByteSize shmSize,
        boolean stdinOpen,
        @Nullable Duration stopGracePeriod,
        @Nullable String stopSignal,
        Map<String, String> storageOpt,
        Map<String, String> sysctls,
        List<String> tmpfs,
        boolean tty,
        Map<String, Ulimit> ulimits,
        boolean useApiSocket,
        @Nullable String user,
        @Nullable String usernsMode,
        @Nullable String uts,
        List<Mount> volumes,
        List<String> volumesFrom,
        @Nullable String workingDir,
        List<Hook> preStart,
        List<Hook> postStart,
        List<Hook> preStop,
        Map<String, @Nullable Object> extensions) {

    /**
     * {@return how many containers the service wants: {@code scale}, else {@code deploy.replicas}, else 1}
     */
    public int replicas() {
        if (scale != null) {
            return scale;
        }
        Integer replicas = deploy == null ? null : deploy.replicas();
        return replicas == null ? 1 : replicas;
    }

    /** {@return this service without what it says of depending on another one, and of links to it} */
    Service independentOf(String other) {
        Map<String, Dependency> dependencies = new LinkedHashMap<>(dependsOn);
        dependencies.remove(other);
        List<String> kept = links.stream()
                .filter(link -> !link.equals(other) && !link.startsWith(other + ":"))
                .toList();
        return toBuilder().dependsOn(dependencies).links(kept).build();
    }

    /** {@return a builder for a service of that image} */
    public static ServiceBuilder of(String image) {
        return builder().image(image);
    }

    public Service {
        profiles = Copies.list(profiles);
        annotations = Copies.map(annotations);
        capAdd = Copies.list(capAdd);
        capDrop = Copies.list(capDrop);
        command = Copies.listOrNull(command);
        configs = Copies.list(configs);
        dependsOn = Copies.map(dependsOn);
        deviceCgroupRules = Copies.list(deviceCgroupRules);
        devices = Copies.list(devices);
        dns = Copies.list(dns);
        dnsOpt = Copies.list(dnsOpt);
        dnsSearch = Copies.list(dnsSearch);
        entrypoint = Copies.listOrNull(entrypoint);
        environment = Copies.map(environment);
        envFile = Copies.list(envFile);
        expose = Copies.list(expose);
        externalLinks = Copies.list(externalLinks);
        extraHosts = extraHosts == null ? ExtraHosts.EMPTY : extraHosts;
        groupAdd = Copies.list(groupAdd);
        gpus = Copies.list(gpus);
        labels = Copies.map(labels);
        labelFile = Copies.list(labelFile);
        links = Copies.list(links);
        models = Copies.map(models);
        networks = Copies.map(networks);
        ports = Copies.list(ports);
        secrets = Copies.list(secrets);
        securityOpt = Copies.list(securityOpt);
        storageOpt = Copies.map(storageOpt);
        sysctls = Copies.map(sysctls);
        tmpfs = Copies.list(tmpfs);
        ulimits = Copies.map(ulimits);
        volumes = Copies.list(volumes);
        volumesFrom = Copies.list(volumesFrom);
        preStart = Copies.list(preStart);
        postStart = Copies.list(postStart);
        preStop = Copies.list(preStop);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static ServiceBuilder builder() {
        return ServiceBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ServiceBuilder toBuilder() {
        return ServiceBuilder.builder(this);
    }
}
