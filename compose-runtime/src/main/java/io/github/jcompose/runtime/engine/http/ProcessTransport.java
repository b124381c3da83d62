package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The standard streams of a process. A read from a process can neither be interrupted nor limited in time, so a
 * thread of its own carries its output over to a pipe that can.
 */
final class ProcessTransport implements Transport {
    private static final int BUFFER = 1 << 16;

    private final Process process;
    private final Path complaints;
    private final Pipe pipe;
    private final Readiness input;
    private boolean answered;

    /**
     * Takes the process over.
     *
     * @param complaints where its standard error goes; deleted in the end
     */
    ProcessTransport(Process process, Path complaints) throws IOException {
        this.process = process;
        this.complaints = complaints;
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        input = new Readiness(pipe.source(), SelectionKey.OP_READ);
        Thread carrier = new Thread(this::carry, "engine-connection-" + process.pid());
        carrier.setDaemon(true);
        carrier.start();
    }

    private void carry() {
        byte[] buffer = new byte[BUFFER];
        try (InputStream output = process.getInputStream();
                WritableByteChannel sink = pipe.sink()) {
            for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    sink.write(bytes);
                }
            }
        } catch (IOException e) {
            // Either end is closed; the reader sees the end of the pipe.
        }
    }

    @Override
    public int read(ByteBuffer target, int timeoutMillis) throws IOException {
        try {
            Readiness.failIfInterrupted();
            int count = pipe.source().read(target);
            while (count == 0) {
                input.await(timeoutMillis);
                count = pipe.source().read(target);
            }
            if (count < 0 && !answered) {
                throw new IOException(complaint());
            }
            answered = true;
            return count;
        } catch (ClosedByInterruptException e) {
            close();
            throw e;
        }
    }

    private String complaint() throws IOException {
        String said = Files.exists(complaints)
                ? new String(Files.readAllBytes(complaints), StandardCharsets.UTF_8).strip()
                : "";
        return said.isEmpty() ? "the command ended without an answer" : said.replaceAll("\\s*\\R\\s*", "; ");
    }

    @Override
    public void write(ByteBuffer source, int timeoutMillis) throws IOException {
        try {
            OutputStream stdin = process.getOutputStream();
            stdin.write(source.array(), source.arrayOffset() + source.position(), source.remaining());
            source.position(source.limit());
            stdin.flush();
        } catch (IOException e) {
            throw answered ? e : new IOException(complaint(), e);
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        process.getOutputStream().close();
    }

    @Override
    public boolean isReadable() {
        return input.isReady();
    }

    @Override
    public void close() {
        process.destroy();
        Quietly.close(pipe.source());
        Quietly.close(input);
        Quietly.close(pipe.sink());
        Quietly.close(() -> Files.deleteIfExists(complaints));
    }
}
