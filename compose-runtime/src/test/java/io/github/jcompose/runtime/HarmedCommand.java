package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.RunOptions;
import io.github.jcompose.runtime.session.Streams;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A command that changes something, and the state from which it starts. */
enum HarmedCommand {
    UP(Files.WHOLE, Stage::removeAll, (on, stage) -> on.up(stage.project(), Stage.QUICK)),
    UP_CHANGED(Files.CHANGING, Stage::bringUp, (on, stage) -> on.up(stage.changed(), Stage.QUICK)),
    DOWN(Files.SCATTERED, Stage::bringUp, (on, stage) -> on.down(stage.project(), Scenario.AT_ONCE)),
    CREATE(Files.ALONE, Stage::removeAll, (on, stage) -> on.create(stage.project(), Stage.QUICK)),
    START(
            Files.ALONE,
            stage -> {
                stage.bringUp();
                stage.compose().kill(stage.project(), KillOptions.defaults());
            },
            (on, stage) -> on.start(stage.project(), StartOptions.defaults())),
    STOP(Files.ALONE, Stage::bringUp, (on, stage) -> on.stop(stage.project(), StopOptions.defaults())),
    RESTART(Files.ALONE, Stage::bringUp, (on, stage) -> on.restart(stage.project(), RestartOptions.defaults())),
    KILL(Files.ALONE, Stage::bringUp, (on, stage) -> on.kill(stage.project(), KillOptions.defaults())),
    RM(
            Files.ALONE,
            Stage::bringUp,
            (on, stage) -> on.remove(
                    stage.project(), RemoveOptions.builder().stop(true).build())),
    PAUSE(Files.ALONE, Stage::bringUp, (on, stage) -> on.pause(stage.name(), List.of())),
    UNPAUSE(
            Files.ALONE,
            stage -> {
                stage.bringUp();
                stage.compose().pause(stage.name(), List.of());
            },
            (on, stage) -> on.unpause(stage.name(), List.of())),
    SCALE_UP(Files.ALONE, Stage::bringUp, (on, stage) -> on.scale(stage.project(), Map.of("web", 2), false)),
    SCALE_DOWN(
            Files.ALONE,
            stage -> stage.compose().scale(stage.project(), Map.of("web", 2), false),
            (on, stage) -> on.scale(stage.project(), Map.of("web", 1), false)),
    PULL(
            Files.ALONE,
            stage -> {},
            (on, stage) -> on.pull(
                    stage.project(), PullOptions.builder().policy("always").build())),
    BUILD(Files.BUILT, Stage::removeImage, (on, stage) -> on.build(stage.project(), BuildOptions.defaults())),
    RUN(
            Files.ALONE,
            stage -> {},
            (on, stage) -> saying(out -> on.run(
                    stage.project(),
                    RunOptions.builder("web", "echo", "said").remove(true).build(),
                    Streams.of(null, out, out)))),
    RUN_DETACHED(
            Files.ALONE,
            Stage::removeAll,
            (on, stage) -> on.runDetached(
                    stage.project(), RunOptions.builder("web", "sleep", "600").build())),
    EXEC(
            Files.ALONE,
            Stage::bringUp,
            (on, stage) -> saying(out ->
                    on.exec(stage.project(), ExecOptions.of("web", "echo", "said"), Streams.of(null, out, out)))),
    CP_INTO(
            Files.ALONE,
            Stage::bringUp,
            (on, stage) -> on.copyInto(stage.name(), CopyOptions.of("web"), stage.folder(), "/tmp")),
    CP_FROM(Files.ALONE, Stage::bringUp, (on, stage) -> {
        Path copy = stage.folder().resolve("passwd");
        on.copyFrom(stage.name(), CopyOptions.of("web"), "/etc/passwd", copy);
        assertThat(copy).content().startsWith("root");
    });

    final String file;
    private final Consumer<Stage> setting;
    private final Act act;

    HarmedCommand(String file, Consumer<Stage> setting, Act act) {
        this.file = file;
        this.setting = setting;
        this.act = act;
    }

    /** Brings about the state from which it starts. */
    void prepare(Stage stage) {
        setting.accept(stage);
    }

    /** Does it once. */
    void perform(Compose on, Stage stage) {
        act.perform(on, stage);
    }

    private static void saying(Consumer<OutputStream> process) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.accept(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("said\n");
    }

    private interface Act {
        void perform(Compose on, Stage stage);
    }

    /** Where it is done. */
    interface Stage {
        UpOptions QUICK = UpOptions.builder().timeout(Duration.ZERO).build();

        /** {@return a connection that no harm is done to} */
        Compose compose();

        Project project();

        /** {@return the project in a version that is not there yet} */
        Project changed();

        String name();

        Path folder();

        void removeImage();

        default void bringUp() {
            compose().up(project(), QUICK);
        }

        default void removeAll() {
            compose()
                    .down(
                            project(),
                            Scenario.AT_ONCE.toBuilder()
                                    .volumes(true)
                                    .removeOrphans(true)
                                    .build());
        }
    }

    /** Compose files; {@code ROUND} and {@code NAME} stand for what differs. */
    private static final class Files {
        static final String ALONE = "services: {web: {<<: *lone}}";
        static final String WHOLE = """
                services:
                  web: {<<: *idle, volumes: [/anonymous, "data:/data"], networks: [front, back]}
                volumes: {data: {}}
                networks: {front: {internal: true}, back: {internal: true}}
                """;
        /** The container is on no network, which saves the engine most of the work. */
        static final String SCATTERED = """
                services:
                  web: {<<: *lone, volumes: [/anonymous, "data:/data"]}
                  none: {<<: *idle, scale: 0, networks: [front, back]}
                volumes: {data: {}}
                networks: {front: {internal: true}, back: {internal: true}}
                """;

        static final String CHANGING = """
                services:
                  web: {<<: *lone, labels: {round: "ROUND"}, volumes: [/anonymous, "data:/data"]}
                volumes: {data: {}}
                """;
        static final String BUILT = """
                services:
                  web: {<<: *lone, image: NAME, build: {context: ., dockerfile_inline: "FROM busybox:1.36\\nCOPY f /"}}
                """;
    }
}
