package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.Archive;
import io.github.jcompose.runtime.engine.AttachOptions;
import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.ContainerWait;
import io.github.jcompose.runtime.engine.Containers;
import io.github.jcompose.runtime.engine.CreatedContainer;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.engine.PathStat;
import io.github.jcompose.runtime.engine.ProcessTable;
import io.github.jcompose.runtime.engine.WaitCondition;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The containers of the pretended engine. */
final class RecordedContainers implements Containers {
    private final World world;
    private final RecordedImages images;
    private final RecordedRuns runs;

    RecordedContainers(World world, RecordedImages images, RecordedRuns runs) {
        this.world = world;
        this.images = images;
        this.runs = runs;
    }

    @Override
    public List<ContainerSummary> list(Filters filters, boolean all) {
        synchronized (world) {
            List<ContainerSummary> found = new ArrayList<>();
            for (Map<String, @Nullable Object> container : world.containers.values()) {
                ContainerDetails details = ContainerDetails.of(new JsonObject(container));
                boolean wanted = all || details.state().running();
                if (wanted
                        && Matching.matches(filters, details.name(), details.labels())
                        && Matching.oneOf(
                                filters, "status", details.state().status().word())) {
                    found.add(0, Summaries.of(details));
                }
            }
            return found;
        }
    }

    @Override
    public ContainerDetails inspect(String id) {
        synchronized (world) {
            return Copies.details(world.container(id));
        }
    }

    @Override
    public Optional<ContainerDetails> find(String id) {
        synchronized (world) {
            return world.findContainer(id).map(Copies::details);
        }
    }

    @Override
    public CreatedContainer create(String name, @Nullable String platform, Map<String, ?> body) {
        synchronized (world) {
            world.call("create container " + name);
            world.failIfNameIsTaken(name);
            JsonObject request = JsonObject.of(body);
            String id = world.newId();
            String imageId = images.id(request.string("Image"));
            Map<String, @Nullable Object> container = new NewContainer(world, request).inspection(id, name, imageId);
            world.containers.put(id, container);
            world.tell(container, "create", Map.of());
            return new CreatedContainer(id, List.of());
        }
    }

    @Override
    public void start(String id) {
        synchronized (world) {
            Map<String, @Nullable Object> container = called("start container ", id);
            if (runs.status(container).equals("paused")) {
                throw new EngineConflictException("cannot start a paused container, try unpause instead");
            }
            runs.start(container);
        }
    }

    @Override
    public void stop(String id, @Nullable Duration timeout) {
        synchronized (world) {
            runs.end(called("stop container ", id), 0, "stop");
        }
    }

    @Override
    public void restart(String id, @Nullable Duration timeout) {
        synchronized (world) {
            Map<String, @Nullable Object> container = called("restart container ", id);
            runs.end(container, 0, "stop");
            runs.start(container);
        }
    }

    @Override
    public void kill(String id, String signal) {
        synchronized (world) {
            Map<String, @Nullable Object> container = called("kill container ", id);
            if (!runs.isRunning(container)) {
                throw new EngineConflictException("Cannot kill container: " + id + ": it is not running");
            }
            runs.end(container, 137, "kill");
        }
    }

    @Override
    public void pause(String id) {
        synchronized (world) {
            runs.status(called("pause container ", id), "paused", "pause");
        }
    }

    @Override
    public void unpause(String id) {
        synchronized (world) {
            runs.status(called("unpause container ", id), "running", "unpause");
        }
    }

    @Override
    public void rename(String id, String name) {
        synchronized (world) {
            Map<String, @Nullable Object> container = world.container(id);
            world.call("rename container " + name(container) + " to " + name);
            world.failIfNameIsTaken(name);
            container.put("Name", "/" + name);
            world.tell(container, "rename", Map.of());
        }
    }

    @Override
    public void remove(String id, boolean force, boolean volumes) {
        synchronized (world) {
            Map<String, @Nullable Object> container = called("remove container ", id);
            if (runs.isRunning(container)) {
                if (!force) {
                    throw new EngineConflictException("You cannot remove a running container " + id);
                }
                runs.end(container, 137, "kill");
            }
            world.containers.remove(String.valueOf(container.get("Id")));
            world.tell(container, "destroy", Map.of());
        }
    }

    @Override
    public List<String> update(String id, Map<String, ?> body) {
        synchronized (world) {
            called("update container ", id);
            return List.of();
        }
    }

    @Override
    public ContainerWait waitFor(String id, WaitCondition condition) {
        synchronized (world) {
            world.container(id);
        }
        return runs.waitFor(id, condition);
    }

    @Override
    public ProcessTable top(String id, String psArguments) {
        return new ProcessTable(List.of("PID", "CMD"), List.of());
    }

    @Override
    public MessageStream<JsonObject> stats(String id, boolean stream) {
        return new NoOutput<>();
    }

    @Override
    public void resize(String id, int rows, int columns) {
        // There is no terminal.
    }

    @Override
    public FrameStream logs(String id, boolean tty, LogOptions options) {
        return new NoFrames();
    }

    @Override
    public Attachment attach(String id, AttachOptions options) {
        return new NoFrames();
    }

    @Override
    public Optional<PathStat> stat(String id, String path) {
        return Optional.empty();
    }

    @Override
    public Archive copyFrom(String id, String path) {
        throw new EngineNotFoundException("no files in a pretended container: " + path);
    }

    @Override
    public void copyTo(String id, String path, boolean copyUidGid, InputStream tar) {
        synchronized (world) {
            world.call("copy to container " + name(world.container(id)) + " " + path);
        }
    }

    @Override
    public InputStream export(String id) {
        throw new EngineException("a pretended container cannot be exported", 0);
    }

    @Override
    public String commit(
            String id, String repository, String comment, String author, boolean pause, List<String> changes) {
        synchronized (world) {
            called("commit container ", id);
            return images.add(repository);
        }
    }

    private Map<String, @Nullable Object> called(String call, String id) {
        Map<String, @Nullable Object> container = world.container(id);
        world.call(call + name(container));
        return container;
    }

    private static String name(Map<String, @Nullable Object> container) {
        return String.valueOf(container.get("Name")).substring(1);
    }
}
