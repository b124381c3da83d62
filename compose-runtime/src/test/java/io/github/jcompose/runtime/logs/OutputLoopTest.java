package io.github.jcompose.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.engine.FrameStream;
import io.github.jcompose.runtime.engine.Polling;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.work.Workers;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutputLoopTest {
    private final Workers workers = new Workers(0);
    private final OutputLoop loop = new OutputLoop(workers);
    private final List<@Nullable RuntimeException> ends = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
        workers.close();
    }

    private void read(Stream stream) {
        read(stream, ends::add);
    }

    private void read(Stream stream, Consumer<@Nullable RuntimeException> whenEnded) {
        LogSource source = new LogSource("1", "web-1", "web", "shop-web-1", 1);
        loop.read(stream, new OutputReader(source, line -> {}, false, null), whenEnded);
    }

    @Test
    void tellsOnceThatAStreamCannotBeWatchedAndClosesIt() {
        Stream stream = new Stream(new Unwatchable());

        read(stream);

        assertThat(ends)
                .singleElement()
                .isInstanceOf(EngineConnectionLostException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("cannot watch the output of a container: Too many open files");
        assertThat(stream.closed).isTrue();
    }

    @Test
    void tellsThatTheConnectionIsClosedAndClosesTheStream() throws IOException {
        workers.close();
        try (SocketChannel channel = SocketChannel.open()) {
            Stream stream = new Stream(channel);

            read(stream);

            assertThat(ends)
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("cannot watch the output of a container: the connection is closed");
            assertThat(stream.closed).isTrue();
        }
    }

    @Test
    void tellsTheOthersWhenOneThatIsToldOfAnEndThrows() throws Exception {
        Pipe first = Pipe.open();
        Pipe second = Pipe.open();
        RuntimeException thrown = new IllegalStateException("the listener");
        CompletableFuture<@Nullable RuntimeException> told = new CompletableFuture<>();
        try (Pipe.SourceChannel silent = first.source();
                Pipe.SourceChannel ending = second.source()) {
            silent.configureBlocking(false);
            ending.configureBlocking(false);
            Stream waiting = new Stream(silent);

            read(waiting, told::complete);
            read(
                    new Stream(ending) {
                        @Override
                        public @Nullable Frame poll() {
                            return null;
                        }
                    },
                    end -> {
                        throw thrown;
                    });

            assertThat(told.get(10, TimeUnit.SECONDS)).isSameAs(thrown);
            assertThat(waiting.closed).isTrue();
        }
    }

    /** A stream of nothing. */
    private static class Stream implements FrameStream, Polling {
        private final SelectableChannel channel;
        private boolean closed;

        Stream(SelectableChannel channel) {
            this.channel = channel;
        }

        @Override
        public SelectableChannel channel() {
            return channel;
        }

        @Override
        public Polling polling() {
            return this;
        }

        @Override
        public @Nullable Frame poll() {
            return Frame.NONE;
        }

        @Override
        public @Nullable Frame next() {
            return null;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Unwatchable extends AbstractSelectableChannel {
        Unwatchable() {
            super(new Exhausted());
        }

        @Override
        protected void implCloseSelectableChannel() {}

        @Override
        protected void implConfigureBlocking(boolean block) {}

        @Override
        public int validOps() {
            return 0;
        }
    }

    /** Opens nothing, as if the process had all the files that it may have. */
    private static final class Exhausted extends SelectorProvider {
        private static IOException failure() {
            return new IOException("Too many open files");
        }

        @Override
        public AbstractSelector openSelector() throws IOException {
            throw failure();
        }

        @Override
        public DatagramChannel openDatagramChannel() throws IOException {
            throw failure();
        }

        @Override
        public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
            throw failure();
        }

        @Override
        public Pipe openPipe() throws IOException {
            throw failure();
        }

        @Override
        public ServerSocketChannel openServerSocketChannel() throws IOException {
            throw failure();
        }

        @Override
        public SocketChannel openSocketChannel() throws IOException {
            throw failure();
        }
    }
}
