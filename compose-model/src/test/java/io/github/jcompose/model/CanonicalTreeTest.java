package io.github.jcompose.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.json.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTreeTest {
    @Test
    void leavesOutWhatIsNotSet() {
        Service service = Service.builder()
                .image("a")
                .hostname("")
                .privileged(false)
                .labels(Map.of())
                .capAdd(List.of())
                .memLimit(ByteSize.of(0))
                .build();

        assertThat(yaml(service)).isEqualTo("{'image':'a'}");
    }

    @Test
    void keepsEmptyCommandAndFlagsThatMayBeFalse() {
        Service service = Service.builder()
                .attach(false)
                .command(List.of())
                .entrypoint(List.of())
                .init(false)
                .scale(0)
                .healthcheck(Healthcheck.builder().retries(0L).build())
                .logging(Logging.builder().build())
                .build();

        assertThat(yaml(service))
                .isEqualTo(
                        "{'attach':false,'command':[],'entrypoint':[],'healthcheck':{'retries':0},'init':false,'logging':{},'scale':0}");
    }

    @Test
    void showsCommandAndEntrypointInJsonAlways() {
        assertThat(json(Service.builder().image("a").build()))
                .isEqualTo("{'command':null,'entrypoint':null,'image':'a'}");
    }

    @Test
    void showsFlagsThatAreTrueByDefaultOnlyWhenFalse() {
        assertThat(yaml(EnvFile.builder().path(".env").build())).isEqualTo("{'path':'.env'}");
        assertThat(yaml(EnvFile.builder().path(".env").required(false).build()))
                .isEqualTo("{'path':'.env','required':false}");
        assertThat(yaml(BindOptions.builder().build())).isEqualTo("{}");
        assertThat(yaml(BindOptions.builder().createHostPath(false).build())).isEqualTo("{'create_host_path':false}");
    }

    @Test
    void showsEmptyPartsOfDeployAndNetworkInJsonOnly() {
        assertThat(json(Deploy.builder().replicas(0).build()))
                .isEqualTo("{'replicas':0,'resources':{},'placement':{}}");
        assertThat(yaml(Deploy.builder().replicas(0).build())).isEqualTo("{'replicas':0}");
        assertThat(json(Network.builder().name("n").build())).isEqualTo("{'name':'n','ipam':{}}");
        assertThat(yaml(Network.builder().name("n").build())).isEqualTo("{'name':'n'}");
    }

    @Test
    void showsExtensionsOfPartsInYamlOnlyAndBehindAttributes() {
        Service service = Service.builder()
                .image("a")
                .workingDir("/w")
                .extensions(Map.of("x-b", 1L, "x-a", List.of(Map.of("k", true))))
                .build();

        assertThat(yaml(service)).isEqualTo("{'image':'a','working_dir':'/w','x-a':[{'k':true}],'x-b':1}");
        assertThat(json(service)).doesNotContain("x-");
    }

    @Test
    void sortsUserKeysNaturallyInYamlAndByCodePointInJson() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String key : List.of("a10", "b", "a2", "B")) {
            labels.put(key, "");
        }
        Service service = Service.builder().labels(labels).build();

        assertThat(yaml(service)).isEqualTo("{'labels':{'B':'','a2':'','a10':'','b':''}}");
        assertThat(json(service)).contains("'labels':{'B':'','a10':'','a2':'','b':''}");
    }

    @Test
    void keepsNullValuesOfUserKeys() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("INHERITED", null);

        assertThat(yaml(Service.builder().environment(environment).build()))
                .isEqualTo("{'environment':{'INHERITED':null}}");
    }

    @Test
    void hidesContentOfSecretsAndOfConfigsFromTheEnvironment() {
        assertThat(yaml(Secret.builder().environment("E").content("hidden").build()))
                .isEqualTo("{'environment':'E'}");
        assertThat(yaml(Config.builder().environment("E").content("hidden").build()))
                .isEqualTo("{'environment':'E'}");
        assertThat(yaml(Config.builder().content("shown").build())).isEqualTo("{'content':'shown'}");
    }

    @Test
    void capitalisesKeysOfBlockDevicesInJson() {
        BlkioLimit limit =
                BlkioLimit.builder().path("/dev/sda").rate(ByteSize.of(120)).build();

        assertThat(json(limit)).isEqualTo("{'Path':'/dev/sda','Rate':'120'}");
        assertThat(yaml(limit)).isEqualTo("{'path':'/dev/sda','rate':'120'}");
    }

    @Test
    void writesDurationsInGoSpelling() {
        assertThat(yaml(Healthcheck.builder()
                        .interval(Duration.ofSeconds(90))
                        .timeout(Duration.ZERO)
                        .build()))
                .isEqualTo("{'timeout':'0s','interval':'1m30s'}");
    }

    @Test
    void showsProjectWithoutServices() {
        Project project = Project.builder().build();

        assertThat(yaml(project)).isEqualTo("{'services':{}}");
        assertThat(json(project)).isEqualTo("{'name':'','services':{}}");
    }

    @Test
    void sortsTopLevelOfJsonAndLeavesModelsOut() {
        Project project = Project.builder()
                .name("p")
                .services(Map.of("web", Service.builder().image("a").build()))
                .networks(Map.of("front", Network.builder().name("p_front").build()))
                .configs(Map.of("c", Config.builder().file("/c").build()))
                .models(Map.of("m", Model.builder().model("ai/m").build()))
                .extensions(Map.of("x-top", "t"))
                .build();

        assertThat(CanonicalTree.of(project, Form.JSON).keySet())
                .containsExactly("configs", "name", "networks", "services", "x-top");
        assertThat(CanonicalTree.of(project, Form.YAML).keySet())
                .containsExactly("name", "services", "networks", "configs", "models", "x-top");
    }

    @Test
    void leavesOutEnvironmentAndPathsThatTheProjectOnlyKnows() {
        Project project = Project.builder()
                .environment(Map.of("HOME", "/root"))
                .profiles(List.of("debug"))
                .disabledServices(Map.of("off", Service.builder().build()))
                .build();

        assertThat(yaml(project)).isEqualTo("{'services':{}}");
    }

    @Test
    void keepsNullsInLists() {
        Service service = Service.builder()
                .extensions(Map.of("x-list", Arrays.asList("a", null)))
                .build();

        assertThat(yaml(service)).isEqualTo("{'x-list':['a',null]}");
    }

    private static String yaml(Record value) {
        return Json.compact(CanonicalTree.of(value, Form.YAML)).replace('"', '\'');
    }

    private static String json(Record value) {
        return Json.compact(CanonicalTree.of(value, Form.JSON)).replace('"', '\'');
    }
}
