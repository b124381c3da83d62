package io.github.jcompose.runtime.build.wire;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a build since the message before, from {@code moby.buildkit.v1.Control/Status}. */
public record SolveStatus(List<Vertex> vertices, List<Transfer> transfers, List<Log> logs, List<Warning> warnings) {
    /**
     * A step.
     *
     * @param digest tells it from the others
     * @param started null as long as it waits
     * @param completed null as long as it is not over
     * @param error empty unless it failed
     */
    public record Vertex(
            String digest,
            String name,
            boolean cached,
            @Nullable Instant started,
            @Nullable Instant completed,
            String error) {}

    /**
     * How far a part of a step is, such as the download of a layer.
     *
     * @param vertex the digest of the step
     * @param total 0 if not known
     */
    public record Transfer(
            String id,
            String vertex,
            String name,
            long current,
            long total,
            @Nullable Instant completed) {}

    /**
     * Output of a step.
     *
     * @param vertex the digest of the step
     */
    public record Log(String vertex, ByteBuffer text) {}

    /** Something odd about the Dockerfile. */
    public record Warning(String text) {}

    /** {@return what the message says} */
    public static SolveStatus read(byte[] message) {
        SolveStatus status =
                new SolveStatus(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        ProtoReader in = new ProtoReader(message);
        while (in.next()) {
            switch (in.field()) {
                case 1 -> status.vertices.add(vertex(in.message()));
                case 2 -> status.transfers.add(transfer(in.message()));
                case 3 -> status.logs.add(log(in.message()));
                case 4 -> status.warnings.add(warning(in.message()));
                default -> {}
            }
        }
        return status;
    }

    private static Vertex vertex(ProtoReader in) {
        String digest = "";
        String name = "";
        boolean cached = false;
        Instant started = null;
        Instant completed = null;
        String error = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> digest = in.text();
                case 3 -> name = in.text();
                case 4 -> cached = in.bool();
                case 5 -> started = time(in.message());
                case 6 -> completed = time(in.message());
                case 7 -> error = in.text();
                default -> {}
            }
        }
        return new Vertex(digest, name, cached, started, completed, error);
    }

    private static Transfer transfer(ProtoReader in) {
        String id = "";
        String vertex = "";
        String name = "";
        long current = 0;
        long total = 0;
        Instant completed = null;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> id = in.text();
                case 2 -> vertex = in.text();
                case 3 -> name = in.text();
                case 4 -> current = in.number();
                case 5 -> total = in.number();
                case 8 -> completed = time(in.message());
                default -> {}
            }
        }
        return new Transfer(id, vertex, name, current, total, completed);
    }

    private static Log log(ProtoReader in) {
        String vertex = "";
        byte[] text = {};
        while (in.next()) {
            switch (in.field()) {
                case 1 -> vertex = in.text();
                case 4 -> text = in.bytes();
                default -> {}
            }
        }
        return new Log(vertex, ByteBuffer.wrap(text));
    }

    private static Warning warning(ProtoReader in) {
        String text = "";
        while (in.next()) {
            if (in.field() == 3) {
                text = in.text();
            }
        }
        return new Warning(text);
    }

    private static Instant time(ProtoReader in) {
        long seconds = 0;
        long nanos = 0;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> seconds = in.number();
                case 2 -> nanos = in.number();
                default -> {}
            }
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }
}
