package io.github.jcompose.cli.command;

import java.util.List;

/** Calls as users make them, for help. */
public final class Examples {
    private Examples() {}

    /**
     * A call that shows the use of a command.
     *
     * @param purpose what it is for, in one line without a full stop
     * @param words what follows the name of the program
     */
    public record Example(String purpose, String words) {}

    /** {@return the examples of a command} */
    public static List<Example> of(String command) {
        return switch (command) {
            case "attach" ->
                List.of(new Example(
                        "See and type what the first container of web does, until Ctrl-P Ctrl-Q", "attach web"));
            case "bridge" ->
                List.of(new Example("Write Kubernetes manifests into a directory", "bridge convert -o manifests"));
            case "build" ->
                List.of(
                        new Example("Build what has changed, and tell steps line by line", "--progress plain build"),
                        new Example(
                                "Build one service anew with an argument",
                                "build --no-cache --build-arg VERSION=2 web"));
            case "commit" ->
                List.of(new Example("Keep the state of a container as an image", "commit web shop-web:debug"));
            case "completion" ->
                List.of(
                        new Example(
                                "Complete in this bash",
                                "completion bash > ~/.jcompose-completion && . ~/.jcompose-completion"),
                        new Example(
                                "Complete in every fish",
                                "completion fish > ~/.config/fish/completions/jcompose.fish"));
            case "config" ->
                List.of(
                        new Example("See the files merged, with all variables put in", "config"),
                        new Example("Check the files and say nothing if they are right", "config -q"),
                        new Example("List the images that would run", "config --images"));
            case "cp" ->
                List.of(
                        new Example("Copy a file out of a container", "cp web:/etc/nginx/nginx.conf ."),
                        new Example("Copy a directory into every container of web", "cp html web:/usr/share/nginx/"));
            case "create" ->
                List.of(new Example("Create all containers anew, to be started later", "create --force-recreate"));
            case "down" ->
                List.of(
                        new Example("Take all down, and keep the volumes", "down"),
                        new Example("Take all down with its volumes and the images it built", "down -v --rmi local"));
            case "events" -> List.of(new Example("Follow what happens to the containers, as JSON", "events --json"));
            case "exec" ->
                List.of(
                        new Example("Open a shell in a container", "exec web sh"),
                        new Example("Load a dump into a database", "exec -T db psql -U postgres < dump.sql"));
            case "export" ->
                List.of(new Example("Write the files of a container as an archive", "export -o web.tar web"));
            case "graph" ->
                List.of(
                        new Example("A picture that any browser shows", "graph -o project.svg"),
                        new Example("A chart to put into Markdown", "graph --format mermaid web"));
            case "images" -> List.of(new Example("List the images of the containers", "images"));
            case "kill" -> List.of(new Example("Have a service read its settings again", "kill -s HUP web"));
            case "kubernetes" ->
                List.of(new Example("Show what applying the manifests would change", "kubernetes diff manifests"));
            case "logs" ->
                List.of(
                        new Example("Follow two services from their last ten lines on", "logs -f --tail 10 web db"),
                        new Example("What was written in the last hour, with times", "logs --since 1h -t"));
            case "ls" -> List.of(new Example("List all projects, also stopped ones", "ls -a"));
            case "pause" -> List.of(new Example("Freeze a service", "pause worker"));
            case "plan" ->
                List.of(
                        new Example("What up would do, and why", "plan"),
                        new Example("What down would remove, for a program", "plan --format json down -v"));
            case "port" -> List.of(new Example("Where port 80 of web can be reached", "port web 80"));
            case "ps" ->
                List.of(
                        new Example("List the containers, also stopped ones", "ps -a"),
                        new Example("The services that run, for a script", "ps --services --status running"));
            case "publish" ->
                List.of(
                        new Example(
                                "Publish the files here, to be run with -f oci://…", "publish ghcr.io/acme/shop:1.0"),
                        new Example(
                                "Publish them so that they always run the same images",
                                "publish --resolve-image-digests ghcr.io/acme/shop:1.0"));
            case "pull" ->
                List.of(
                        new Example("Refresh all images", "pull"),
                        new Example(
                                "Refresh the image of one service and of what it depends on",
                                "pull --include-deps web"));
            case "push" -> List.of(new Example("Push the images that were built", "push"));
            case "restart" ->
                List.of(new Example("Restart one service without what depends on it", "restart --no-deps web"));
            case "rm" ->
                List.of(new Example("Stop and remove the containers of a service without asking", "rm -fs web"));
            case "run" ->
                List.of(
                        new Example("Run a command once in a new container, removed at its end", "run --rm web env"),
                        new Example("Run a shell with the published ports of the service", "run --rm -P web sh"));
            case "scale" -> List.of(new Example("Run three workers", "scale worker=3"));
            case "stack" -> List.of(new Example("Deploy a file to a swarm", "stack deploy -c docker-stack.yml shop"));
            case "start" ->
                List.of(new Example("Start again what was stopped, and wait until it is healthy", "start --wait"));
            case "stats" ->
                List.of(
                        new Example("Watch the use of CPU and memory", "stats"),
                        new Example("Measure once, for a script", "stats --no-stream --format json"));
            case "stop" -> List.of(new Example("Stop a service that needs a minute to end", "stop -t 60 db"));
            case "top" -> List.of(new Example("List the processes of a service", "top web"));
            case "unpause" -> List.of(new Example("Let a frozen service go on", "unpause worker"));
            case "up" ->
                List.of(
                        new Example("Start in the background, and return when all is healthy", "up -d --wait"),
                        new Example("Run one service in front with what it depends on, built anew", "up --build web"),
                        new Example("End with the tests, and with their exit code", "up --exit-code-from tests"));
            case "validate" ->
                List.of(
                        new Example("Check the project here", "validate"),
                        new Example("Show the problems in a code review", "validate --format sarif -o compose.sarif"));
            case "version" -> List.of(new Example("The number alone, for scripts", "version --short"));
            case "volumes" -> List.of(new Example("List the volumes of the project", "volumes"));
            case "wait" -> List.of(new Example("Wait for a job, and end with its exit code", "wait migrate"));
            default -> List.of();
        };
    }
}
