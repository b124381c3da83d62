package io.github.jcompose.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All commands by name. Only the one that runs is loaded. */
public final class Commands {
    /** The names of the commands that work, in the order of help. */
    public static final List<String> NAMES = List.of(
            "build", "config", "create", "down", "kill", "logs", "ls", "pause", "ps", "pull", "restart", "rm", "scale",
            "start", "stop", "unpause", "up", "version");

    /** Commands of docker compose that jcompose does not have yet. */
    public static final List<String> LATER = List.of(
            "alpha", "attach", "bridge", "commit", "cp", "events", "exec", "export", "images", "port", "publish",
            "push", "run", "stats", "top", "volumes", "wait", "watch");

    private Commands() {}

    /** {@return the command of that name; null if there is none} */
    public static @Nullable Command named(String name) {
        return switch (name) {
            case "build" -> new BuildCommand();
            case "config" -> new ConfigCommand();
            case "create" -> new CreateCommand();
            case "down" -> new DownCommand();
            case "kill" -> new KillCommand();
            case "logs" -> new LogsCommand();
            case "ls" -> new LsCommand();
            case "pause" -> new PauseCommand();
            case "ps" -> new PsCommand();
            case "pull" -> new PullCommand();
            case "restart" -> new RestartCommand();
            case "rm" -> new RmCommand();
            case "scale" -> new ScaleCommand();
            case "start" -> new StartCommand();
            case "stop" -> new StopCommand();
            case "unpause" -> new UnpauseCommand();
            case "up" -> new UpCommand();
            case "version" -> new VersionCommand();
            default -> null;
        };
    }
}
