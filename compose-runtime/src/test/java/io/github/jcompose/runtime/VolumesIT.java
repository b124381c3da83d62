package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.engine.MountPoint;
import io.github.jcompose.runtime.plan.Recreate;
import io.github.jcompose.runtime.testing.EngineScope;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Volumes: what they are made with, what keeps them and what removes them. */
class VolumesIT extends Scenario {
    private static final String ANONYMOUS = "services: {web: {<<: *lone, volumes: [/data]}}";
    private static final String NAMED = """
            services: {web: {<<: *lone, volumes: ["data:/data"]}}
            volumes: {data: {labels: {v: "1"}}}
            """;

    private String volumeOf(String container) {
        return container(container).mounts().stream()
                .map(MountPoint::name)
                .findFirst()
                .orElseThrow();
    }

    private boolean exists(String volume) {
        return engine.volumes().find(volume).isPresent();
    }

    @Test
    void areMadeWithTheirAttributes() {
        up("""
            services: {web: {<<: *lone, volumes: ["data:/data"]}}
            volumes: {data: {labels: {a: b}, driver_opts: {type: tmpfs, device: tmpfs, o: size=1m}}}
            """);
        var raw = engine.volumes().find(name + "_data").orElseThrow().raw().map();
        assertThat(at(raw, "Labels/a")).isEqualTo("\"b\"");
        assertThat(at(raw, "Labels/com.docker.compose.volume")).isEqualTo("\"data\"");
        assertThat(at(raw, "Options")).isEqualTo("{\"device\":\"tmpfs\",\"o\":\"size=1m\",\"type\":\"tmpfs\"}");
    }

    @Test
    void keepTheirDataOverARecreation() {
        up(NAMED);
        run("web-1", "sh", "-c", "echo kept > /data/file");
        up(NAMED, o -> o.recreate(Recreate.ALWAYS));
        assertThat(run("web-1", "cat", "/data/file")).isEqualTo("kept");
    }

    @Test
    void keepTheirDataOverADownAndUp() {
        var project = up(NAMED);
        run("web-1", "sh", "-c", "echo kept > /data/file");
        compose.down(project, AT_ONCE);
        up(NAMED);
        assertThat(run("web-1", "cat", "/data/file")).isEqualTo("kept");
    }

    @Test
    void thatDifferAreKeptUnlessTheUserAgrees() {
        up(NAMED);
        run("web-1", "sh", "-c", "echo kept > /data/file");
        up(NAMED.replace("\"1\"", "\"2\""));
        assertThat(run("web-1", "cat", "/data/file")).isEqualTo("kept");
    }

    @Test
    void thatDifferAreReplacedWhenTheUserAgrees() {
        up(NAMED);
        run("web-1", "sh", "-c", "echo lost > /data/file");
        up(NAMED.replace("\"1\"", "\"2\""), o -> o.confirm(question -> question.contains(name + "_data")));
        assertThat(run("web-1", "ls", "/data")).isEmpty();
        assertThat(running()).containsExactly("web-1");
    }

    @Test
    void stayWhenTheFileGivesAnotherName() {
        up(NAMED);
        up(NAMED.replace("labels", "name: " + name + "-new, labels"));
        assertThat(volumeOf("web-1")).isEqualTo(name + "-new");
        assertThat(exists(name + "_data")).isTrue();
    }

    @Test
    void mayBeExternal(EngineScope scope) {
        String out = scope.name("out");
        engine.volumes().create(Map.of("Name", out, "Labels", scope.labels()));
        var project = up("services: {web: {<<: *lone, volumes: ['out:/x']}}\n"
                + "volumes: {out: {external: true, name: " + out + "}}");
        assertThat(volumeOf("web-1")).isEqualTo(out);
        compose.down(project, AT_ONCE.toBuilder().volumes(true).build());
        assertThat(exists(out)).isTrue();
    }

    @Test
    void ofOthersAreUsedWithAWarningAndLeftThere(EngineScope scope) {
        engine.volumes().create(Map.of("Name", name + "_data", "Labels", scope.labels()));
        var project = up(NAMED);
        assertThat(recorded.warnings()).anySatisfy(w -> assertThat(w).contains("external: true"));
        compose.down(project, AT_ONCE.toBuilder().volumes(true).build());
        assertThat(exists(name + "_data")).isTrue();
    }

    @Test
    void withoutNameAreCarriedOverWithTheirData() {
        up(ANONYMOUS);
        String volume = volumeOf("web-1");
        run("web-1", "sh", "-c", "echo kept > /data/file");
        up(ANONYMOUS, o -> o.recreate(Recreate.ALWAYS));
        assertThat(volumeOf("web-1")).isEqualTo(volume);
        assertThat(run("web-1", "cat", "/data/file")).isEqualTo("kept");
    }

    @Test
    void withoutNameGoWhenRenewed() {
        up(ANONYMOUS);
        up(ANONYMOUS, o -> o.recreate(Recreate.ALWAYS));
        String carriedOver = volumeOf("web-1");
        up(ANONYMOUS, o -> o.renewAnonymousVolumes(true));
        assertThat(volumeOf("web-1")).isNotEqualTo(carriedOver);
        assertThat(exists(carriedOver)).isFalse();
    }

    @Test
    void withoutNameGoWithADown() {
        var project = up(ANONYMOUS);
        String fresh = volumeOf("web-1");
        up(ANONYMOUS, o -> o.recreate(Recreate.ALWAYS));
        compose.down(project, AT_ONCE);
        assertThat(exists(fresh)).isFalse();
    }

    @Test
    void withoutNameGoWithAScaleDown() {
        var project = up(ANONYMOUS);
        compose.scale(project, Map.of("web", 2), false);
        String first = volumeOf("web-1");
        String second = volumeOf("web-2");
        compose.scale(project, Map.of("web", 1), false);
        assertThat(exists(first)).isTrue();
        assertThat(exists(second)).isFalse();
    }

    @Test
    void withoutNameGoWithARemoveThatSaysSo() {
        var project = up(ANONYMOUS);
        up(ANONYMOUS, o -> o.recreate(Recreate.ALWAYS));
        String volume = volumeOf("web-1");
        compose.stop(project, StopOptions.defaults());
        compose.remove(project, RemoveOptions.builder().volumes(true).build());
        assertThat(exists(volume)).isFalse();
    }

    @Test
    void withoutNameStayWithARemoveThatDoesNot() {
        var project = up(ANONYMOUS);
        String volume = volumeOf("web-1");
        compose.stop(project, StopOptions.defaults());
        compose.remove(project, RemoveOptions.defaults());
        assertThat(exists(volume)).isTrue();
        engine.volumes().remove(volume, true);
    }

    @Test
    void thatAnotherServiceMountsAreShared() {
        up("""
            services:
              web: {<<: *lone, volumes: ["data:/data"]}
              job: {<<: *lone, volumes_from: ["web:ro"]}
            volumes: {data: }
            """);
        run("web-1", "sh", "-c", "echo shared > /data/file");
        assertThat(run("job-1", "cat", "/data/file")).isEqualTo("shared");
        assertThat(run("job-1", "sh", "-c", "touch /data/x 2>&1 || true")).contains("Read-only");
    }

    @Test
    void cannotBeLostByTheRemovalOfAnotherContainerThatMountsThem() {
        up("""
            services:
              web: {<<: *lone, volumes: [/data]}
              job: {<<: *lone, volumes_from: [web], scale: 2}
            """);
        String volume = volumeOf("web-1");
        compose.scale(
                load("services: {web: {<<: *lone, volumes: [/data]}, job: {<<: *lone, volumes_from: [web]}}"),
                Map.of("job", 1),
                true);
        assertThat(exists(volume)).isTrue();
    }
}
