package io.github.jcompose.runtime.swarm.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Config;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.FileMode;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Placement;
import io.github.jcompose.model.PlacementPreference;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Resource;
import io.github.jcompose.model.Resources;
import io.github.jcompose.model.RestartPolicy;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.ServiceBuilder;
import io.github.jcompose.model.UpdateConfig;
import io.github.jcompose.model.Volume;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceRequestTest {
    private static final FileRefs FILES = new FileRefs(
            Map.of("settings", new FileRefs.Ref("c1", "shop_settings-2")),
            Map.of("password", new FileRefs.Ref("s1", "shop_password")));

    @Test
    void serviceWithoutDeployBecomesTheSwarmsDefault() {
        assertThat(Json.compact(request(service()).map())).isEqualTo(text("""
                {"Name":"shop_web",
                "Labels":{"com.docker.stack.image":"nginx","com.docker.stack.namespace":"shop"},
                "TaskTemplate":{"ContainerSpec":{"Image":"nginx",
                "Labels":{"com.docker.stack.namespace":"shop"},
                "Privileges":{"CredentialSpec":null}},
                "Resources":{},"Placement":{},
                "Networks":[{"Target":"shop_default","Aliases":["web"]}],"ForceUpdate":0},
                "Mode":{"Replicated":{"Replicas":1}},"EndpointSpec":{}}"""));
    }

    @Test
    void deploySectionIsMapped() {
        UpdateConfig update = UpdateConfig.builder()
                .parallelism(2L)
                .delay(Duration.ofSeconds(10))
                .failureAction("rollback")
                .monitor(Duration.ofSeconds(5))
                .maxFailureRatio(0.3f)
                .order("start-first")
                .build();
        Deploy deploy = Deploy.builder()
                .replicas(3)
                .labels(Map.of("tier", "front"))
                .endpointMode("dnsrr")
                .updateConfig(update)
                .rollbackConfig(UpdateConfig.builder().parallelism(0L).build())
                .restartPolicy(RestartPolicy.builder()
                        .condition("on-failure")
                        .delay(Duration.ZERO)
                        .maxAttempts(3L)
                        .window(Duration.ofMinutes(2))
                        .build())
                .placement(Placement.builder()
                        .constraints(List.of("node.role==worker"))
                        .preferences(List.of(PlacementPreference.builder()
                                .spread("node.labels.zone")
                                .build()))
                        .maxReplicasPerNode(2)
                        .build())
                .resources(Resources.builder()
                        .limits(Resource.builder()
                                .cpus(0.1f)
                                .memory(ByteSize.parse("50m"))
                                .pids(100)
                                .build())
                        .reservations(Resource.builder().cpus(0.25f).build())
                        .build())
                .build();
        JsonObject request = request(service().deploy(deploy));

        assertThat(request.stringMap("Labels")).containsEntry("tier", "front");
        assertThat(Json.compact(request.map().get("UpdateConfig"))).isEqualTo(text("""
                {"Parallelism":2,"Delay":10000000000,"FailureAction":"rollback","Monitor":5000000000,
                "MaxFailureRatio":0.3,"Order":"start-first"}"""));
        assertThat(Json.compact(request.map().get("RollbackConfig")))
                .isEqualTo("{\"Parallelism\":0,\"MaxFailureRatio\":0}");
        JsonObject task = request.object("TaskTemplate");
        assertThat(Json.compact(task.map().get("RestartPolicy"))).isEqualTo(text("""
                {"Condition":"on-failure","Delay":0,"MaxAttempts":3,"Window":120000000000}"""));
        assertThat(Json.compact(task.map().get("Placement"))).isEqualTo(text("""
                {"Constraints":["node.role==worker"],
                "Preferences":[{"Spread":{"SpreadDescriptor":"node.labels.zone"}}],"MaxReplicas":2}"""));
        assertThat(Json.compact(task.map().get("Resources"))).isEqualTo(text("""
                {"Limits":{"NanoCPUs":100000000,"MemoryBytes":52428800,"Pids":100},
                "Reservations":{"NanoCPUs":250000000}}"""));
        assertThat(Json.compact(request.map().get("EndpointSpec"))).isEqualTo("{\"Mode\":\"dnsrr\"}");
    }

    @Test
    void modesAreMapped() {
        assertThat(mode("replicated", 5)).isEqualTo("{\"Replicated\":{\"Replicas\":5}}");
        assertThat(mode("replicated", 0)).isEqualTo("{\"Replicated\":{\"Replicas\":0}}");
        assertThat(mode("global", null)).isEqualTo("{\"Global\":{}}");
        assertThat(mode("global-job", null)).isEqualTo("{\"GlobalJob\":{}}");
        assertThat(JsonObject.of(Json.parse(mode("replicated-job", 4)))
                        .object("ReplicatedJob")
                        .map())
                .containsEntry("MaxConcurrent", 4L)
                .containsEntry("TotalCompletions", 4L);
        assertThatThrownBy(() -> mode("global", 2))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("services.web.deploy.replicas")
                .hasMessageContaining("one task on each node");
        assertThatThrownBy(() -> mode("globl", null)).hasMessageContaining("expected replicated, global");
    }

    private static String mode(String mode, @Nullable Integer replicas) {
        Deploy deploy = Deploy.builder().mode(mode).replicas(replicas).build();
        return Json.compact(request(service().deploy(deploy)).map().get("Mode"));
    }

    @Test
    void portsAreSortedAndNeedOneNumber() {
        Port ingress = Port.builder().target(80).published("8080").build();
        Port host = Port.builder()
                .target(53)
                .published("53")
                .protocol("UDP")
                .mode("host")
                .build();
        assertThat(Json.compact(request(service().ports(List.of(ingress, host)))
                        .object("EndpointSpec")
                        .map()
                        .get("Ports")))
                .isEqualTo(text("""
                        [{"Protocol":"udp","TargetPort":53,"PublishedPort":53,"PublishMode":"host"},
                        {"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"}]"""));
        Port range = Port.builder().target(80).published("8080-8090").build();
        assertThatThrownBy(() -> request(service().ports(List.of(range))))
                .hasMessageContaining("services.web.ports")
                .hasMessageContaining("8080-8090");
    }

    @Test
    void configsAndSecretsAreReferredToByTheirIds() {
        JsonObject container = container(service()
                .secrets(List.of(FileReference.builder()
                        .source("password")
                        .target("/run/secrets/password")
                        .build()))
                .configs(List.of(FileReference.builder()
                        .source("settings")
                        .target("/etc/settings")
                        .uid("103")
                        .mode(new FileMode(0440))
                        .build())));
        assertThat(Json.compact(container.map().get("Secrets"))).isEqualTo(text("""
                [{"File":{"Name":"password","UID":"0","GID":"0","Mode":292},
                "SecretID":"s1","SecretName":"shop_password"}]"""));
        assertThat(Json.compact(container.map().get("Configs"))).isEqualTo(text("""
                [{"ConfigID":"c1","ConfigName":"shop_settings-2",
                "File":{"Name":"/etc/settings","UID":"103","GID":"0","Mode":288}}]"""));
    }

    @Test
    void volumesOfTheStackGetItsLabels() {
        Mount data = Mount.builder()
                .type(Mount.VOLUME)
                .source("data")
                .target("/data")
                .build();
        Mount host = Mount.builder()
                .type(Mount.BIND)
                .source("/srv")
                .target("/srv")
                .readOnly(true)
                .build();
        JsonObject container = container(service().volumes(List.of(data, host)).tmpfs(List.of("/x", "/y:size=1k")));
        assertThat(Json.compact(container.map().get("Mounts"))).isEqualTo(text("""
                [{"Type":"volume","Source":"shop_data","Target":"/data",
                "VolumeOptions":{"Labels":{"com.docker.stack.namespace":"shop"}}},
                {"Type":"bind","Source":"/srv","Target":"/srv","ReadOnly":true},
                {"Type":"tmpfs","Target":"/x"},
                {"Type":"tmpfs","Target":"/y","TmpfsOptions":{"SizeBytes":1024}}]"""));
    }

    @Test
    void addedCapabilitiesWinOverDroppedOnes() {
        JsonObject container =
                container(service().capAdd(List.of("net_admin", "CAP_MKNOD")).capDrop(List.of("MKNOD", "CHOWN")));
        assertThat(container.strings("CapabilityAdd")).containsExactly("CAP_MKNOD", "CAP_NET_ADMIN");
        assertThat(container.strings("CapabilityDrop")).containsExactly("CAP_CHOWN");
    }

    @Test
    void restartStandsInForAMissingPolicy() {
        assertThat(Json.compact(request(service().restart("on-failure:3"))
                        .object("TaskTemplate")
                        .map()
                        .get("RestartPolicy")))
                .isEqualTo("{\"Condition\":\"on-failure\",\"MaxAttempts\":3}");
    }

    @Test
    void aServiceWithoutImageIsRefused() {
        assertThatThrownBy(() -> request(Service.builder()))
                .isInstanceOf(ComposeException.class)
                .hasMessage("services.web.image: the service has no image");
    }

    @Test
    void networksOfOneMachineAreRefused() {
        Stack stack = stack(service());
        assertThat(NetworkRequest.of(
                        stack, "back", Network.builder().attachable(true).build()))
                .containsEntry("Name", "shop_back")
                .containsEntry("Driver", "overlay")
                .containsEntry("Attachable", true);
        Network bridge = Network.builder().driver("bridge").build();
        assertThatThrownBy(() -> NetworkRequest.of(stack, "back", bridge))
                .hasMessageContaining("networks.back.driver")
                .hasMessageContaining("overlay");
    }

    @Test
    void contentStaysOutOfMessages() {
        Stack stack = stack(service());
        Secret secret = Secret.builder().content("hunter2").build();
        FileRequest request = FileRequest.of(stack, "password", secret);
        assertThat(request.name()).isEqualTo("shop_password");
        assertThat(request.named()).isFalse();
        assertThat(request.body()).containsEntry("Data", "aHVudGVyMg==");
        assertThat(request.toString()).isEqualTo("secret \"password\"");
        Config named = Config.builder().name("mine").content("x").build();
        assertThat(FileRequest.of(stack, "settings", named).named()).isTrue();
        Secret missing = Secret.builder().environment("NO_SUCH").build();
        assertThatThrownBy(() -> FileRequest.of(stack, "password", missing))
                .hasMessage("environment variable \"NO_SUCH\" required by secret \"password\" is not set");
    }

    @Test
    void aNameWithOddCharactersIsRefused() {
        assertThatThrownBy(() -> Stack.of("a b", Project.builder().build())).hasMessageContaining("invalid stack name");
    }

    private static ServiceBuilder service() {
        return Service.builder().image("nginx");
    }

    private static Stack stack(ServiceBuilder service) {
        return Stack.of(
                "shop",
                Project.builder()
                        .name("shop")
                        .services(Map.of("web", service.build()))
                        .volumes(Map.of(
                                "data", Volume.builder().name("shop_data").build()))
                        .build());
    }

    private static JsonObject request(ServiceBuilder service) {
        Stack stack = stack(service);
        Service web = stack.project().services().get("web");
        ServiceContext context = new ServiceContext(stack, "web", web, FILES, ApiVersion.parse("1.41"));
        return new JsonObject(ServiceRequest.of(context));
    }

    private static JsonObject container(ServiceBuilder service) {
        return request(service).object("TaskTemplate").object("ContainerSpec");
    }

    private static String text(String json) {
        return json.replace("\n", "");
    }
}
