package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.build.wire.Packet;
import io.github.jcompose.runtime.build.wire.ProtoReader;
import io.github.jcompose.runtime.engine.grpc.GrpcStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

/** Plays the engine that receives a folder: asks for every file, and says when it has them all. */
final class FakeCall implements GrpcStream {
    private final Map<String, List<String>> headers;
    private final LinkedBlockingQueue<byte[]> toSender = new LinkedBlockingQueue<>();
    private final List<String> listed = new ArrayList<>();
    private final Map<Integer, String> wanted = new LinkedHashMap<>();
    final Map<String, Long> sizes = new LinkedHashMap<>();
    String error = "";
    int largest;
    boolean finished;
    private int count;
    private boolean listComplete;

    FakeCall(Map<String, List<String>> headers) {
        this.headers = headers;
    }

    @Override
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public synchronized void send(byte[] message) {
        largest = Math.max(largest, message.length);
        Packet packet = Packet.read(message);
        switch (packet.type()) {
            case STAT -> list(message);
            case DATA -> {
                String path = String.valueOf(wanted.get(packet.id()));
                if (packet.data().length == 0) {
                    wanted.remove(packet.id());
                } else {
                    sizes.merge(path, (long) packet.data().length, Long::sum);
                }
            }
            case ERROR -> {
                error = new String(packet.data(), java.nio.charset.StandardCharsets.UTF_8);
                toSender.add(Packet.finish().bytes());
            }
            case FINISH -> finished = true;
            default -> {}
        }
        if (listComplete && wanted.isEmpty() && !finished) {
            toSender.add(Packet.finish().bytes());
        }
    }

    private void list(byte[] message) {
        String path = "";
        int mode = 0;
        ProtoReader in = new ProtoReader(message);
        while (in.next()) {
            if (in.field() == 2) {
                ProtoReader stat = in.message();
                while (stat.next()) {
                    if (stat.field() == 1) {
                        path = stat.text();
                    } else if (stat.field() == 2) {
                        mode = (int) stat.number();
                    }
                }
            }
        }
        if (path.isEmpty()) {
            listComplete = true;
            return;
        }
        boolean folder = mode < 0;
        boolean link = (mode & 1 << 27) != 0;
        listed.add(path + (folder ? "/" : link ? "@" : "") + " " + Integer.toOctalString(mode & 0777));
        if (!folder && !link) {
            wanted.put(count, path);
            sizes.put(path, 0L);
            toSender.add(Packet.request(count).bytes());
        }
        count++;
    }

    List<String> listed() {
        return listed;
    }

    @Override
    public void sendEnd() {}

    @Override
    public byte[] receive() throws IOException {
        try {
            return toSender.take();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
