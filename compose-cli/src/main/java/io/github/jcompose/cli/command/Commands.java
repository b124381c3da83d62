package io.github.jcompose.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All commands by name. Only the one that runs is loaded. */
public final class Commands {
    /** The names of the commands that work, in the order of help. */
    public static final List<String> NAMES = List.of(
            "attach",
            "bridge",
            "build",
            "commit",
            "completion",
            "config",
            "cp",
            "create",
            "down",
            "events",
            "exec",
            "export",
            "graph",
            "images",
            "kill",
            "kubernetes",
            "logs",
            "ls",
            "pause",
            "plan",
            "port",
            "ps",
            "publish",
            "pull",
            "push",
            "restart",
            "rm",
            "run",
            "scale",
            "stack",
            "start",
            "stats",
            "stop",
            "top",
            "unpause",
            "up",
            "validate",
            "version",
            "volumes",
            "wait");

    /** Commands of docker compose that jcompose does not have yet. */
    public static final List<String> LATER = List.of("alpha", "watch");

    private Commands() {}

    /** {@return the command of that name; null if there is none} */
    public static @Nullable Command named(String name) {
        return switch (name) {
            case "attach" -> new AttachCommand();
            case "bridge" -> new BridgeCommand();
            case "build" -> new BuildCommand();
            case "commit" -> new CommitCommand();
            case "completion" -> new CompletionCommand();
            case "config" -> new ConfigCommand();
            case "cp" -> new CpCommand();
            case "create" -> new CreateCommand();
            case "down" -> new DownCommand();
            case "events" -> new EventsCommand();
            case "exec" -> new ExecCommand();
            case "export" -> new ExportCommand();
            case "graph" -> new GraphCommand();
            case "images" -> new ImagesCommand();
            case "kill" -> new KillCommand();
            case "kubernetes" -> new KubernetesCommand();
            case "logs" -> new LogsCommand();
            case "ls" -> new LsCommand();
            case "pause" -> new PauseCommand();
            case "plan" -> new PlanCommand();
            case "port" -> new PortCommand();
            case "ps" -> new PsCommand();
            case "publish" -> new PublishCommand();
            case "pull" -> new PullCommand();
            case "push" -> new PushCommand();
            case "restart" -> new RestartCommand();
            case "rm" -> new RmCommand();
            case "run" -> new RunCommand();
            case "scale" -> new ScaleCommand();
            case "stack" -> new StackCommand();
            case "start" -> new StartCommand();
            case "stats" -> new StatsCommand();
            case "stop" -> new StopCommand();
            case "top" -> new TopCommand();
            case "unpause" -> new UnpauseCommand();
            case "up" -> new UpCommand();
            case "validate" -> new ValidateCommand();
            case "version" -> new VersionCommand();
            case "volumes" -> new VolumesCommand();
            case "wait" -> new WaitCommand();
            default -> null;
        };
    }
}
