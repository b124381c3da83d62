package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.engine.grpc.GrpcException;
import io.github.jcompose.runtime.engine.grpc.GrpcMethod;
import io.github.jcompose.runtime.engine.grpc.GrpcStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends BuildKit what has changed in the folders it builds from ({@code moby.filesync.v1.FileSync}). */
public final class FilesService {
    private final Map<String, SentFiles> folders;
    private final Executor threads;
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    /**
     * @param folders by the name that the build has for them, such as {@code context}
     */
    public FilesService(Map<String, SentFiles> folders, Executor threads) {
        this.folders = Map.copyOf(folders);
        this.threads = threads;
    }

    /** {@return the methods} */
    public Map<String, GrpcMethod> methods() {
        return Map.of("/moby.filesync.v1.FileSync/DiffCopy", this::send);
    }

    /** {@return why something could not be read here; null if nothing went wrong} */
    public @Nullable IOException failure() {
        return failure.get();
    }

    private void send(GrpcStream call) throws IOException {
        String name = String.join("", values(call, "dir-name"));
        SentFiles folder = folders.get(name);
        if (folder == null) {
            throw new GrpcException(GrpcException.NOT_FOUND, "no access to folder " + name);
        }
        SentFiles.Wanted wanted = new SentFiles.Wanted(
                values(call, "exclude-patterns"), values(call, "include-patterns"), values(call, "followpaths"));
        new FileTransfer(call, failure).run(folder, wanted, threads);
    }

    private static List<String> values(GrpcStream call, String name) {
        List<String> values = call.header(name);
        // Newer engines encode what is not ASCII.
        boolean encoded = !call.header(name + "-encoded").isEmpty();
        return encoded
                ? values.stream()
                        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                        .toList()
                : values;
    }
}
