package io.github.jcompose.runtime.engine.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.error.EngineException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code -Djcompose.fuzz.runs=N} makes a longer run, {@code -Djcompose.fuzz.seed=N} another one. */
class ContainerOutputFuzzTest {
    private static final int LONGEST_PIECE = 1 << 15;

    /** What a container has written, as the engine sends it. */
    private static final class Written {
        final ByteArrayOutputStream stream = new ByteArrayOutputStream();
        final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

        Written(Random random) {
            for (int i = random.nextInt(8); i > 0; i--) {
                // Now and then nothing, and now and then more than fits in one piece.
                byte[] bytes = new byte[random.nextInt(1 << random.nextInt(random.nextInt(8) == 0 ? 17 : 10))];
                random.nextBytes(bytes);
                frame(random.nextInt(3), bytes);
            }
        }

        private void frame(int source, byte[] bytes) {
            stream.writeBytes(head(source, bytes.length));
            stream.writeBytes(bytes);
            (source == 2 ? stderr : stdout).writeBytes(bytes);
        }
    }

    /** What was read. */
    private static final class Read {
        final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

        @Nullable
        Exception failure;

        Read(byte[] bytes, Random random) {
            ContainerOutput output = new ContainerOutput(new Trickle(bytes, random, random.nextBoolean()), false);
            boolean more = true;
            while (more) {
                try {
                    Frame frame = output.next();
                    more = frame != null;
                    if (frame != null) {
                        assertThat(frame.bytes().length).isLessThanOrEqualTo(LONGEST_PIECE);
                        (frame.source() == Frame.Source.STDERR ? stderr : stdout).writeBytes(frame.bytes());
                    }
                } catch (Trickle.NotYet e) {
                    // Once more, as who polls does.
                } catch (IOException | EngineException e) {
                    failure = e;
                    more = false;
                }
            }
        }
    }

    private static boolean same(ByteArrayOutputStream one, ByteArrayOutputStream other) {
        return Arrays.equals(one.toByteArray(), other.toByteArray());
    }

    private static byte[] head(int source, int length) {
        return ByteBuffer.allocate(8).putInt(source << 24).putInt(length).array();
    }

    private static void forEachSeed(BiConsumer<Long, Random> test) {
        long first = Long.getLong("jcompose.fuzz.seed", 1);
        long runs = Math.max(Long.getLong("jcompose.fuzz.runs", 20_000) / 20, 1);
        for (long seed = first; seed < first + runs; seed++) {
            try {
                test.accept(seed, new Random(seed));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void readsFramesHoweverTheyCome() {
        forEachSeed((seed, random) -> {
            Written written = new Written(random);
            Read read = new Read(written.stream.toByteArray(), random);
            assertThat(read.failure).as("seed %s", seed).isNull();
            assertThat(same(read.stdout, written.stdout) && same(read.stderr, written.stderr))
                    .as("seed %s: what was written is what was read", seed)
                    .isTrue();
        });
    }

    @Test
    void givesWhatCameBeforeTheStreamWasCut() {
        forEachSeed((seed, random) -> {
            Written written = new Written(random);
            byte[] whole = written.stream.toByteArray();
            byte[] more = new byte[1 + random.nextInt(100)];
            byte[] head = head(1, more.length + 1 + random.nextInt(Integer.MAX_VALUE - more.length));
            byte[] cut = Arrays.copyOf(whole, whole.length + head.length + more.length);
            System.arraycopy(head, 0, cut, whole.length, head.length);
            System.arraycopy(more, 0, cut, whole.length + head.length, more.length);
            Read read = new Read(cut, random);
            assertThat(read.failure).as("seed %s", seed).isInstanceOf(EOFException.class);
            byte[] before = Arrays.copyOf(read.stdout.toByteArray(), written.stdout.size());
            assertThat(Arrays.equals(before, written.stdout.toByteArray()) && same(read.stderr, written.stderr))
                    .as("seed %s: what came before was read", seed)
                    .isTrue();
        });
    }

    @Test
    void endsInOrderWhateverComes() {
        forEachSeed((seed, random) -> {
            Written written = new Written(random);
            byte[] bytes = written.stream.toByteArray();
            for (int i = random.nextInt(20); i > 0 && bytes.length > 0; i--) {
                // Heads are where it hurts, and they are mostly near the beginning of something.
                int at = random.nextInt(random.nextBoolean() ? Math.min(16, bytes.length) : bytes.length);
                bytes[at] = (byte) random.nextInt();
            }
            Read read = new Read(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)), random);
            if (read.failure != null) {
                assertThat(read.failure).as("seed %s", seed).isInstanceOfAny(EOFException.class, EngineException.class);
            }
        });
    }
}
