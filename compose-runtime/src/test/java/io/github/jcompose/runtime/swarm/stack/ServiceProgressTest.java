package io.github.jcompose.runtime.swarm.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.engine.SwarmTask;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ServiceProgressTest {
    private static final String NEW = "{\"ContainerSpec\":{\"Image\":\"app:2\"}}";
    private static final String OLD = "{\"ContainerSpec\":{\"Image\":\"app:1\"}}";

    @Test
    void tasksOfAnEarlierSpecificationDoNotCount() {
        ServiceProgress progress =
                progress(service("updating"), task(1, "running", "running", NEW), task(2, "running", "running", OLD));
        assertThat(progress.text()).isEqualTo("1/2 running, updating");
        assertThat(progress.converged()).isFalse();
    }

    @Test
    void isThereWhenAllTasksRunAndTheUpdateIsOver() {
        ServiceProgress progress =
                progress(service("completed"), task(1, "running", "running", NEW), task(2, "running", "running", NEW));
        assertThat(progress.converged()).isTrue();
        assertThat(progress.text()).isEqualTo("2/2 running");
    }

    @Test
    void aRollbackIsAFailure() {
        ServiceProgress progress = progress(
                service("rollback_completed"), task(1, "running", "running", NEW), task(2, "running", "running", NEW));
        assertThat(progress.failure()).isEqualTo("rolled back: because");
    }

    @Test
    void tasksThatEndedForGoodAreAFailure() {
        ServiceProgress progress = progress(service(""), task(1, "shutdown", "failed", NEW));
        assertThat(progress.failure()).isEqualTo("0/2 running, and no more tasks are started: boom");
    }

    @Test
    void tasksOfAGlobalServiceThatEndedForGoodAreAFailure() {
        SwarmService global = SwarmService.of(JsonObject.of(Json.parse("""
                {"ID":"s","Version":{"Index":3},
                 "Spec":{"Name":"shop_web","Mode":{"Global":{}},"TaskTemplate":{"ContainerSpec":{"Image":"app:2"}}}}
                """)));
        ServiceProgress progress = progress(global, task(0, "shutdown", "failed", NEW));
        assertThat(progress.failure()).isEqualTo("0/1 running, and no more tasks are started: boom");
        assertThat(progress.converged()).isFalse();
        assertThat(progress(global, task(0, "shutdown", "shutdown", NEW)).text())
                .as("on a machine that is drained")
                .isEqualTo("0/0 running");
    }

    @Test
    void aTaskThatHasJustFailedMayBeStartedAnew() {
        assertThat(progress(service(""), task(1, "running", "failed", NEW)).failure())
                .isNull();
    }

    @Test
    void earlierTasksOfTheSameSpecificationSayNothingOfAnUpdate() {
        SwarmTask earlier = task(1, "shutdown", "shutdown", NEW);
        assertThat(progress(service("updating"), earlier).failure()).isNull();
        assertThat(progress(service(""), earlier, task(2, "running", "running", OLD))
                        .failure())
                .isNull();
    }

    @Test
    void placementMakesNoOtherTask() {
        String placed = "{\"ContainerSpec\":{\"Image\":\"app:2\",\"Init\":null},\"Placement\":{\"MaxReplicas\":1}}";
        ServiceProgress progress =
                progress(service(""), task(1, "running", "running", placed), task(2, "running", "running", NEW));
        assertThat(progress.converged()).isTrue();
    }

    private static ServiceProgress progress(SwarmService service, SwarmTask... tasks) {
        return ServiceProgress.of(service, Arrays.asList(tasks));
    }

    private static SwarmService service(String update) {
        return SwarmService.of(JsonObject.of(Json.parse("""
                {"ID":"s","Version":{"Index":3},"UpdateStatus":{"State":"%s","Message":"because"},
                 "Spec":{"Name":"shop_web","Mode":{"Replicated":{"Replicas":2}},
                  "TaskTemplate":{"ContainerSpec":{"Image":"app:2"},"Runtime":"container","ForceUpdate":0}}}
                """.formatted(update))));
    }

    private static SwarmTask task(int slot, String desired, String state, String spec) {
        return SwarmTask.of(JsonObject.of(
                Json.parse("""
                {"ID":"t%d","ServiceID":"s","NodeID":"n","Slot":%d,"DesiredState":"%s","Spec":%s,
                 "Status":{"State":"%s","Timestamp":"2026-01-01T00:00:00Z","Err":"%s"}}
                """.formatted(slot, slot, desired, spec, state, state.equals("failed") ? "boom" : ""))));
    }
}
