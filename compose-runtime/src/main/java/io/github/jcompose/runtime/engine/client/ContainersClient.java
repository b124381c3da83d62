package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.container;
import static io.github.jcompose.runtime.engine.client.Paths.delete;
import static io.github.jcompose.runtime.engine.client.Paths.get;
import static io.github.jcompose.runtime.engine.client.Paths.post;

import io.github.jcompose.runtime.engine.Archive;
import io.github.jcompose.runtime.engine.AttachOptions;
import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.ContainerWait;
import io.github.jcompose.runtime.engine.Containers;
import io.github.jcompose.runtime.engine.CreatedContainer;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.engine.PathStat;
import io.github.jcompose.runtime.engine.ProcessTable;
import io.github.jcompose.runtime.engine.WaitCondition;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The containers of an engine over HTTP. */
final class ContainersClient implements Containers {
    private final Session session;
    private final ContainerFiles files;
    private final Duration timeLimit;

    /**
     * @param timeLimit of ordinary requests; added to what the engine itself waits for
     */
    ContainersClient(Session session, Duration timeLimit) {
        this.session = session;
        this.files = new ContainerFiles(session);
        this.timeLimit = timeLimit;
    }

    @Override
    public List<ContainerSummary> list(Filters filters, boolean all) {
        EngineRequest request = get("/containers/json").flag("all", all).filters(filters);
        return session.list(request).stream()
                .map(ContainerSummary::of)
                .filter(container -> !container.isGone())
                .toList();
    }

    @Override
    public ContainerDetails inspect(String id) {
        return ContainerDetails.of(session.object(get(container(id, "/json"))));
    }

    @Override
    public Optional<ContainerDetails> find(String id) {
        return session.find(get(container(id, "/json"))).map(ContainerDetails::of);
    }

    @Override
    public CreatedContainer create(String name, @Nullable String platform, Map<String, ?> body) {
        JsonObject created = session.object(post("/containers/create")
                .query("name", name.isEmpty() ? null : name)
                .query("platform", platform)
                .json(body));
        return new CreatedContainer(created.string("Id"), created.strings("Warnings"));
    }

    @Override
    public void start(String id) {
        session.call(post(container(id, "/start")));
    }

    @Override
    public void stop(String id, @Nullable Duration timeout) {
        session.call(timed(post(container(id, "/stop")), timeout));
    }

    @Override
    public void restart(String id, @Nullable Duration timeout) {
        session.call(timed(post(container(id, "/restart")), timeout));
    }

    /** The engine answers when the container has ended, which may take as long as it is given. */
    private EngineRequest timed(EngineRequest request, @Nullable Duration timeout) {
        EngineRequest asked = timeout == null ? request : request.query("t", timeout.toSeconds());
        return timeout == null || timeLimit.isZero() ? asked.unlimited() : asked.within(timeLimit.plus(timeout));
    }

    @Override
    public void kill(String id, String signal) {
        session.call(post(container(id, "/kill")).query("signal", signal.isEmpty() ? null : signal));
    }

    @Override
    public void pause(String id) {
        session.call(post(container(id, "/pause")));
    }

    @Override
    public void unpause(String id) {
        session.call(post(container(id, "/unpause")));
    }

    @Override
    public void rename(String id, String name) {
        session.call(post(container(id, "/rename")).query("name", name));
    }

    @Override
    public void remove(String id, boolean force, boolean volumes) {
        // Files of many gigabytes take their time.
        session.call(delete(container(id, ""))
                .flag("force", force)
                .flag("v", volumes)
                .unlimited());
    }

    @Override
    public List<String> update(String id, Map<String, ?> body) {
        return session.object(post(container(id, "/update")).json(body)).strings("Warnings");
    }

    @Override
    public ContainerWait waitFor(String id, WaitCondition condition) {
        return new ExitWait(
                session,
                post(container(id, "/wait"))
                        .query("condition", condition.word())
                        .unlimited());
    }

    @Override
    public ProcessTable top(String id, String psArguments) {
        JsonObject top =
                session.object(get(container(id, "/top")).query("ps_args", psArguments.isEmpty() ? null : psArguments));
        List<List<String>> rows = top.map().get("Processes") instanceof List<?> processes
                ? processes.stream().map(ContainersClient::row).toList()
                : List.of();
        return new ProcessTable(top.strings("Titles"), rows);
    }

    private static List<String> row(@Nullable Object row) {
        return row instanceof List<?> cells
                ? cells.stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public MessageStream<JsonObject> stats(String id, boolean stream) {
        EngineRequest request =
                get(container(id, "/stats")).query("stream", stream).unlimited();
        return JsonMessages.of(session, request, message -> message);
    }

    @Override
    public void resize(String id, int rows, int columns) {
        session.call(post(container(id, "/resize")).query("h", rows).query("w", columns));
    }

    @Override
    public FrameStream logs(String id, boolean tty, LogOptions options) {
        EngineRequest request = get(container(id, "/logs"))
                .flag("follow", options.follow())
                .flag("stdout", options.stdout())
                .flag("stderr", options.stderr())
                .flag("timestamps", options.timestamps())
                .query("since", UnixTime.of(options.since()))
                .query("until", UnixTime.of(options.until()))
                .query("tail", options.tail() < 0 ? "all" : options.tail())
                .unlimited();
        return new LogStream(session, request, tty);
    }

    @Override
    public Attachment attach(String id, AttachOptions options) {
        EngineRequest request = post(container(id, "/attach"))
                .flag("stream", true)
                .flag("stdin", options.stdin())
                .flag("stdout", options.stdout())
                .flag("stderr", options.stderr())
                .flag("logs", options.logs())
                .query("detachKeys", options.detachKeys());
        return new HijackedStream(session, request, options.tty());
    }

    @Override
    public Optional<PathStat> stat(String id, String path) {
        return files.stat(id, path);
    }

    @Override
    public Archive copyFrom(String id, String path) {
        return files.copyFrom(id, path);
    }

    @Override
    public void copyTo(String id, String path, boolean copyUidGid, InputStream tar) {
        files.copyTo(id, path, copyUidGid, tar);
    }

    @Override
    public InputStream export(String id) {
        return session.send(get(container(id, "/export")).unlimited()).content();
    }

    @Override
    public String commit(
            String id, String repository, String comment, String author, boolean pause, List<String> changes) {
        EngineRequest request = post("/commit")
                .query("container", id)
                .query("comment", comment.isEmpty() ? null : comment)
                .query("author", author.isEmpty() ? null : author)
                .query("pause", pause)
                .unlimited();
        if (!repository.isEmpty()) {
            ImageName name = ImageName.parse(repository);
            request = request.query("repo", name.shortName()).query("tag", name.tag());
        }
        for (String change : changes) {
            request = request.query("changes", change);
        }
        return session.object(request).string("Id");
    }
}
