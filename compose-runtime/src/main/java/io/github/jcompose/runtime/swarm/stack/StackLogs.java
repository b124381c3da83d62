package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.LogOptions;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.logs.LogSource;
import io.github.jcompose.runtime.logs.OutputReader;
import io.github.jcompose.runtime.logs.SerialSink;
import io.github.jcompose.runtime.logs.TimeReference;
import io.github.jcompose.runtime.swarm.StackLogsOptions;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Gives the logs of a stack. */
final class StackLogs {
    private final Surroundings surroundings;
    private final String stack;
    private final StackLogsOptions options;
    private final LogSink sink;

    StackLogs(Surroundings surroundings, String stack, StackLogsOptions options, LogSink sink) {
        this.surroundings = surroundings;
        this.stack = stack;
        this.options = options;
        this.sink = new SerialSink(sink);
    }

    void run() {
        List<SwarmService> services = services();
        TaskLines lines = new TaskLines(surroundings, services, options.names(), sink);
        Integer tail = options.tail();
        LogOptions wanted = new LogOptions(
                options.follow(),
                true,
                true,
                TimeReference.parse(options.since(), surroundings.clock(), ZoneId.systemDefault()),
                null,
                tail == null ? -1 : tail,
                options.timestamps());
        List<FrameStream> streams = new ArrayList<>();
        try {
            for (SwarmService service : services) {
                streams.add(surroundings.swarm().services().logs(service, wanted));
            }
            readAll(services, streams, lines);
        } finally {
            streams.forEach(FrameStream::close);
        }
    }

    private List<SwarmService> services() {
        List<SwarmService> all = surroundings.services(stack);
        if (all.isEmpty()) {
            throw new ComposeException("nothing found in stack: " + stack);
        }
        if (options.services().isEmpty()) {
            return all;
        }
        List<SwarmService> chosen = new ArrayList<>();
        for (String name : options.services()) {
            chosen.add(all.stream()
                    .filter(s -> s.name().equals(name) || s.name().equals(stack + "_" + name))
                    .findFirst()
                    .orElseThrow(() -> new ComposeException("stack " + stack + " has no service '" + name + "'; it has "
                            + String.join(
                                    ", ", all.stream().map(SwarmService::name).toList()))));
        }
        return chosen;
    }

    /** Each in a thread of its own; the first failure ends all. */
    private void readAll(List<SwarmService> services, List<FrameStream> streams, TaskLines lines) {
        BlockingQueue<Object> ended = new LinkedBlockingQueue<>();
        for (int i = 0; i < services.size(); i++) {
            SwarmService service = services.get(i);
            FrameStream stream = streams.get(i);
            surroundings.workers().execute(() -> ended.add(read(service, stream, lines)));
        }
        try {
            for (int i = 0; i < services.size(); i++) {
                if (ended.take() instanceof RuntimeException failure) {
                    throw failure;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted", e);
        }
    }

    private Object read(SwarmService service, FrameStream stream, TaskLines lines) {
        LogSource source = new LogSource(service.id(), service.name(), service.name(), "", 0);
        try {
            new OutputReader(source, lines, options.timestamps(), null).read(stream);
            return service;
        } catch (EngineException e) {
            return new ComposeException(
                    "cannot read the log of service " + service.name() + ": " + Surroundings.reason(e), e);
        } catch (RuntimeException e) {
            return e;
        }
    }
}
