package io.github.jcompose.runtime.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.BindOptions;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.DeviceMapping;
import io.github.jcompose.model.DeviceRequest;
import io.github.jcompose.model.ExtraHosts;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.Logging;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Resource;
import io.github.jcompose.model.Resources;
import io.github.jcompose.model.RestartPolicy;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.model.TmpfsOptions;
import io.github.jcompose.model.Ulimit;
import io.github.jcompose.model.Volume;
import io.github.jcompose.model.VolumeOptions;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.plan.Observation;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContainerRequestTest {
    private static final ContainerSpec.Peers PEERS = new ContainerSpec.Peers() {
        @Override
        public @Nullable String firstContainer(String service) {
            return service.equals("gone") ? null : "id-of-" + service;
        }

        @Override
        public Map<Integer, String> names(String service) {
            return Map.of(1, "shop-" + service + "-1");
        }
    };

    private static Project project() {
        return Project.builder()
                .name("shop")
                .networks(Map.of(
                        "front", Network.builder().name("shop_front").build(),
                        "back", Network.builder().name("shop_back").build()))
                .volumes(Map.of("data", Volume.builder().name("shop_data").build()))
                .secrets(Map.of(
                        "file", Secret.builder().file("/secrets/file").build(),
                        "env", Secret.builder().environment("TOKEN").build()))
                .environment(Map.of("TOKEN", "s3cret"))
                .build();
    }

    private static ServiceBuilder service() {
        return Service.builder().image("busybox").networkMode("none");
    }

    private static ContainerRequest request(ServiceBuilder service, String api, Observation.Mount... inherited) {
        return ContainerRequest.of(new ContainerSpec(
                project(),
                "web",
                service.build(),
                "shop-web-1",
                1,
                Map.of("a", "b"),
                List.of(inherited),
                true,
                ApiVersion.parse(api),
                PEERS));
    }

    /** {@return the field of the request at that path, as JSON} */
    private static String field(ServiceBuilder service, String path) {
        return field(request(service, "1.41"), path);
    }

    private static String field(ContainerRequest request, String path) {
        Object value = request.body();
        for (String key : path.split("/")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Json.compact(value);
    }

    @SuppressWarnings("NullAway") // The builder's parameter has lost that its values may be null.
    private static ServiceBuilder on(Map<String, @Nullable NetworkAttachment> networks) {
        return Service.builder().image("busybox").networks(networks);
    }

    @Test
    void saysLittleForAPlainService() {
        assertThat(Json.pretty(request(service(), "1.41").body(), 2)).isEqualTo("""
                        {
                          "Image": "busybox",
                          "Cmd": null,
                          "Entrypoint": null,
                          "AttachStdout": true,
                          "AttachStderr": true,
                          "Labels": {
                            "a": "b"
                          },
                          "HostConfig": {
                            "NetworkMode": "none",
                            "ExtraHosts": [],
                            "OomKillDisable": false
                          }
                        }""");
    }

    @Test
    void tellsAnEmptyCommandFromNone() {
        assertThat(field(service().command(List.of()).entrypoint(List.of("sh")), "Cmd"))
                .isEqualTo("[]");
        assertThat(field(service(), "Cmd")).isEqualTo("null");
    }

    @Test
    @SuppressWarnings("NullAway") // The builder's parameter has lost that its values may be null.
    void passesEnvironmentAndRemovesWhatHasNoValue() {
        Map<String, @Nullable String> environment = new LinkedHashMap<>();
        environment.put("A", "1");
        environment.put("B", null);
        environment.put("C", "");
        assertThat(field(service().environment(environment), "Env")).isEqualTo("[\"A=1\",\"B\",\"C=\"]");
    }

    @Test
    void exposesAndPublishesPorts() {
        ServiceBuilder service = service()
                .ports(List.of(
                        Port.builder()
                                .target(80)
                                .published("8080")
                                .hostIp("127.0.0.1")
                                .build(),
                        Port.builder().target(80).build(),
                        Port.builder()
                                .target(53)
                                .published("53")
                                .protocol("udp")
                                .build()))
                .expose(List.of("9000", "3000-3001/udp"));
        assertThat(field(service, "ExposedPorts"))
                .isEqualTo("{\"3000/udp\":{},\"3001/udp\":{},\"53/udp\":{},\"80/tcp\":{},\"9000/tcp\":{}}");
        String bindings = field(service, "HostConfig/PortBindings");
        assertThat(bindings)
                .contains("\"80/tcp\":[{")
                .contains("\"HostPort\":\"8080\"")
                .contains("\"53/udp\"");
    }

    @Test
    void passesHealthchecksInNanoseconds() {
        ServiceBuilder service = service()
                .healthcheck(Healthcheck.builder()
                        .test(List.of("CMD-SHELL", "true"))
                        .interval(Duration.ofSeconds(5))
                        .timeout(Duration.ofMillis(1500))
                        .retries(3L)
                        .startPeriod(Duration.ofSeconds(10))
                        .build());
        assertThat(field(service, "Healthcheck"))
                .isEqualTo("{\"Test\":[\"CMD-SHELL\",\"true\"],\"Interval\":5000000000,\"Timeout\":1500000000,"
                        + "\"Retries\":3,\"StartPeriod\":10000000000}");
    }

    @Test
    void disablesAHealthcheck() {
        ServiceBuilder service =
                service().healthcheck(Healthcheck.builder().disable(true).build());
        assertThat(field(service, "Healthcheck")).isEqualTo("{\"Test\":[\"NONE\"]}");
    }

    @Test
    void warnsOfAStartIntervalThatTheEngineDoesNotKnow() {
        ServiceBuilder service = service()
                .healthcheck(Healthcheck.builder()
                        .test(List.of("CMD", "true"))
                        .startPeriod(Duration.ofSeconds(10))
                        .startInterval(Duration.ofSeconds(1))
                        .build());
        assertThat(request(service, "1.41").warnings())
                .containsExactly("services.web: healthcheck.start_interval needs API 1.44; the engine speaks 1.41"
                        + " and leaves it out");
        assertThat(request(service, "1.44").warnings()).isEmpty();
        assertThat(field(request(service, "1.44"), "Healthcheck/StartInterval")).isEqualTo("1000000000");
    }

    @Test
    void rejectsAStartIntervalWithoutStartPeriod() {
        ServiceBuilder service = service()
                .healthcheck(Healthcheck.builder()
                        .startInterval(Duration.ofSeconds(1))
                        .build());
        assertThatThrownBy(() -> request(service, "1.44"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("healthcheck.start_interval requires healthcheck.start_period to be set");
    }

    @Test
    void givesTheGracePeriodInSeconds() {
        assertThat(field(service().stopGracePeriod(Duration.ofMillis(1900)), "StopTimeout"))
                .isEqualTo("1");
        assertThat(field(service().stopGracePeriod(Duration.ZERO), "StopTimeout"))
                .isEqualTo("0");
    }

    @Test
    void mapsRestartPolicies() {
        assertThat(field(service().restart("on-failure:3"), "HostConfig/RestartPolicy"))
                .isEqualTo("{\"Name\":\"on-failure\",\"MaximumRetryCount\":3}");
        assertThat(field(service().restart("no"), "HostConfig/RestartPolicy")).isEqualTo("{\"Name\":\"no\"}");
        RestartPolicy any =
                RestartPolicy.builder().condition("any").maxAttempts(2L).build();
        ServiceBuilder deployed = service()
                .restart("no")
                .deploy(Deploy.builder().restartPolicy(any).build());
        assertThat(field(deployed, "HostConfig/RestartPolicy"))
                .isEqualTo("{\"Name\":\"always\",\"MaximumRetryCount\":2}");
    }

    @Test
    void spellsCapabilitiesAsTheEngineDoes() {
        ServiceBuilder service =
                service().capAdd(List.of("net_admin", "CAP_CHOWN")).capDrop(List.of("all"));
        assertThat(field(service, "HostConfig/CapAdd")).isEqualTo("[\"CAP_CHOWN\",\"CAP_NET_ADMIN\"]");
        assertThat(field(service, "HostConfig/CapDrop")).isEqualTo("[\"ALL\"]");
    }

    @Test
    void putsLimitsOfDeployBeforeThoseOfTheService() {
        ServiceBuilder service = service()
                .memLimit(ByteSize.of(100))
                .cpus(0.7f)
                .memReservation(ByteSize.of(10))
                .deploy(Deploy.builder()
                        .resources(Resources.builder()
                                .limits(Resource.builder()
                                        .memory(ByteSize.of(200))
                                        .pids(5)
                                        .build())
                                .build())
                        .build());
        assertThat(field(service, "HostConfig/Memory")).isEqualTo("200");
        assertThat(field(service, "HostConfig/NanoCpus")).isEqualTo("700000000");
        assertThat(field(service, "HostConfig/PidsLimit")).isEqualTo("5");
        assertThat(field(service, "HostConfig/MemoryReservation")).isEqualTo("10");
    }

    @Test
    void requestsDevicesOfEachKind() {
        ServiceBuilder service = service()
                .devices(List.of(
                        DeviceMapping.builder()
                                .source("/dev/fuse")
                                .target("/dev/fuse")
                                .permissions("rw")
                                .build(),
                        DeviceMapping.builder()
                                .source("nvidia.com/gpu=0")
                                .target("nvidia.com/gpu=0")
                                .build()))
                .gpus(List.of(DeviceRequest.builder().count(-1).build()));
        assertThat(field(service, "HostConfig/Devices"))
                .isEqualTo("[{\"PathOnHost\":\"/dev/fuse\",\"PathInContainer\":\"/dev/fuse\","
                        + "\"CgroupPermissions\":\"rw\"}]");
        assertThat(field(service, "HostConfig/DeviceRequests"))
                .isEqualTo("[{\"Driver\":\"cdi\",\"DeviceIDs\":[\"nvidia.com/gpu=0\"]},"
                        + "{\"Count\":-1,\"Capabilities\":[[\"gpu\"]]}]");
    }

    @Test
    void mapsUlimitsLoggingAndHosts() {
        ServiceBuilder service = service()
                .ulimits(Map.of("nproc", Ulimit.of(5), "nofile", Ulimit.of(1, 2)))
                .logging(Logging.builder()
                        .driver("json-file")
                        .options(Map.of("max-size", "1m"))
                        .build())
                .extraHosts(ExtraHosts.of("db", "10.0.0.1", "::1"));
        assertThat(field(service, "HostConfig/Ulimits"))
                .isEqualTo("[{\"Name\":\"nofile\",\"Soft\":1,\"Hard\":2},"
                        + "{\"Name\":\"nproc\",\"Soft\":5,\"Hard\":5}]");
        assertThat(field(service, "HostConfig/LogConfig"))
                .isEqualTo("{\"Type\":\"json-file\",\"Config\":{\"max-size\":\"1m\"}}");
        assertThat(field(service, "HostConfig/ExtraHosts")).isEqualTo("[\"db:10.0.0.1\",\"db:::1\"]");
    }

    @Test
    void refersToContainersById() {
        ServiceBuilder service = Service.builder()
                .networkMode("service:vpn")
                .pid("service:vpn")
                .volumesFrom(List.of("db:ro", "container:other:rw"));
        assertThat(field(service, "HostConfig/NetworkMode")).isEqualTo("\"container:id-of-vpn\"");
        assertThat(field(service, "HostConfig/PidMode")).isEqualTo("\"container:id-of-vpn\"");
        assertThat(field(service, "HostConfig/VolumesFrom")).isEqualTo("[\"id-of-db:ro\",\"other:rw\"]");
    }

    @Test
    void namesTheServiceWhoseContainerIsMissing() {
        assertThatThrownBy(() -> request(service().volumesFrom(List.of("gone")), "1.41"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("service 'gone' has no container");
    }

    @Test
    void putsTheNetworkOfTheHighestPriorityFirst() {
        Map<String, @Nullable NetworkAttachment> networks = new HashMap<>();
        networks.put("back", null);
        networks.put("front", NetworkAttachment.builder().priority(10).build());
        ContainerRequest old = request(on(networks), "1.41");
        assertThat(field(old, "HostConfig/NetworkMode")).isEqualTo("\"shop_front\"");
        assertThat(field(old, "NetworkingConfig/EndpointsConfig"))
                .isEqualTo("{\"shop_front\":{\"Aliases\":[\"shop-web-1\",\"web\"],\"IPAMConfig\":{}}}");
        assertThat(old.later())
                .containsExactly(
                        new ContainerRequest.Connection("shop_back", Map.of("Aliases", List.of("shop-web-1", "web"))));
        ContainerRequest current = request(on(networks), "1.44");
        assertThat(field(current, "NetworkingConfig/EndpointsConfig")).contains("shop_front", "shop_back");
        assertThat(current.later()).isEmpty();
    }

    @Test
    void givesAnEndpointItsAddressesAndAliases() {
        ServiceBuilder service = on(Map.of(
                "front",
                NetworkAttachment.builder()
                        .ipv4Address("10.1.0.5")
                        .aliases(List.of("www"))
                        .build()));
        assertThat(field(service, "NetworkingConfig/EndpointsConfig/shop_front"))
                .isEqualTo("{\"Aliases\":[\"shop-web-1\",\"web\",\"www\"],"
                        + "\"IPAMConfig\":{\"IPv4Address\":\"10.1.0.5\"}}");
    }

    @Test
    void givesOldEnginesTheMacAddressWhereTheyTakeIt() {
        Map<String, @Nullable NetworkAttachment> networks = new HashMap<>();
        networks.put("front", null);
        String mac = "02:42:ac:11:65:43";
        ContainerRequest old = request(on(networks).macAddress(mac), "1.41");
        assertThat(field(old, "MacAddress")).isEqualTo("\"" + mac + "\"");
        ContainerRequest current = request(on(networks).macAddress(mac), "1.44");
        assertThat(field(current, "MacAddress")).isEqualTo("null");
        assertThat(field(current, "NetworkingConfig/EndpointsConfig/shop_front/MacAddress"))
                .isEqualTo("\"" + mac + "\"");
    }

    @Test
    void linksToTheContainersOfAService() {
        assertThat(field(service().links(List.of("db:database")).externalLinks(List.of("old:o")), "HostConfig/Links"))
                .isEqualTo("[\"shop-db-1:database\",\"shop-db-1:db-1\",\"shop-db-1:shop-db-1\",\"old:o\"]");
    }

    @Test
    void bindsPlainFoldersAndNamedVolumesInTheShortForm() {
        ServiceBuilder service = service()
                .volumes(List.of(
                        Mount.builder()
                                .type("bind")
                                .source("/html")
                                .target("/www")
                                .readOnly(true)
                                .build(),
                        Mount.builder()
                                .type("bind")
                                .source("/x")
                                .target("/y")
                                .bind(BindOptions.builder().selinux("z").build())
                                .build(),
                        Mount.builder()
                                .type("volume")
                                .source("data")
                                .target("/data")
                                .build()));
        assertThat(field(service, "HostConfig/Binds"))
                .isEqualTo("[\"/html:/www:ro\",\"/x:/y:rw,z\",\"shop_data:/data:rw\"]");
        assertThat(field(service, "HostConfig/Mounts")).isEqualTo("null");
    }

    @Test
    void mountsWhatHasOptionsInTheLongForm() {
        ServiceBuilder service = service()
                .volumes(List.of(
                        Mount.builder().type("volume").target("/anon").build(),
                        Mount.builder()
                                .type("tmpfs")
                                .target("/tmp")
                                .tmpfs(TmpfsOptions.builder()
                                        .size(ByteSize.of(64))
                                        .build())
                                .build(),
                        Mount.builder()
                                .type("volume")
                                .source("data")
                                .target("/data")
                                .volume(VolumeOptions.builder().nocopy(true).build())
                                .build(),
                        Mount.builder()
                                .type("bind")
                                .source("/x")
                                .target("/y")
                                .bind(BindOptions.builder()
                                        .createHostPath(false)
                                        .build())
                                .build()));
        assertThat(field(service, "HostConfig/Mounts"))
                .isEqualTo("[{\"Type\":\"volume\",\"Target\":\"/anon\"},"
                        + "{\"Type\":\"tmpfs\",\"Target\":\"/tmp\",\"TmpfsOptions\":{\"SizeBytes\":64}},"
                        + "{\"Type\":\"volume\",\"Source\":\"shop_data\",\"Target\":\"/data\","
                        + "\"VolumeOptions\":{\"NoCopy\":true}},"
                        + "{\"Type\":\"bind\",\"Source\":\"/x\",\"Target\":\"/y\"}]");
    }

    @Test
    void warnsOfASubpathThatTheEngineDoesNotKnow() {
        ServiceBuilder service = service()
                .volumes(List.of(Mount.builder()
                        .type("volume")
                        .source("data")
                        .target("/data")
                        .volume(VolumeOptions.builder().subpath("a/b").build())
                        .build()));
        assertThat(request(service, "1.41").warnings())
                .containsExactly("services.web: subpath of the volume at /data needs API 1.45; the engine speaks 1.41"
                        + " and mounts the whole volume");
        assertThat(request(service, "1.45").warnings()).isEmpty();
    }

    @Test
    void mountsAnInheritedVolumeInPlaceOfAnAnonymousOne() {
        ServiceBuilder service = service()
                .volumes(List.of(Mount.builder().type("volume").target("/anon").build()));
        ContainerRequest request = request(service, "1.41", new Observation.Mount("volume", "4f3c", "/anon"));
        assertThat(field(request, "HostConfig/Mounts"))
                .isEqualTo("[{\"Type\":\"volume\",\"Source\":\"4f3c\",\"Target\":\"/anon\"}]");
    }

    @Test
    void mountsSecretsThatAreFilesReadOnly() {
        ServiceBuilder service = service()
                .secrets(List.of(
                        FileReference.builder().source("file").build(),
                        FileReference.builder().source("env").build()));
        assertThat(field(service, "HostConfig/Mounts"))
                .isEqualTo("[{\"Type\":\"bind\",\"Source\":\"/secrets/file\",\"Target\":\"/run/secrets/file\","
                        + "\"ReadOnly\":true}]");
    }

    @Test
    void liftsTheMasksWhenSystemPathsAreUnconfined() {
        ServiceBuilder service = service().securityOpt(List.of("systempaths=unconfined", "no-new-privileges"));
        assertThat(field(service, "HostConfig/MaskedPaths")).isEqualTo("[]");
        assertThat(field(service, "HostConfig/SecurityOpt")).isEqualTo("[\"no-new-privileges\"]");
    }
}
