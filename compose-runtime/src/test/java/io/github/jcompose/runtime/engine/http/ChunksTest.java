package io.github.jcompose.runtime.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {
    private static final String BODY = "5;x=y\r\nhello\r\nA\r\n, world!!!\r\n0\r\nTrailer: x\r\n\r\n";

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void areTakenApartAndWhatFollowsIsLeft() throws IOException {
        InputStream input = bytes(BODY + "HTTP/1.1");
        assertThat(new Chunks(input).readAllBytes())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("hello, world!!!");
        assertThat(input.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1");
    }

    @Test
    void canBeReadOnWhereverTheBytesRanOut() throws IOException {
        Chunks chunks = new Chunks(new Dripping(bytes(BODY)));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < 10_000; i++) {
            try {
                int next = chunks.read();
                if (next < 0) {
                    break;
                }
                text.write(next);
            } catch (NothingYet e) {
                // Once more.
            }
        }
        assertThat(text).hasToString("hello, world!!!");
        assertThat(chunks.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5\r\nhel", "5\r\nhello", "5\r\nhello\r\n", "5\r\nhello\r\n0\r\n"})
    void breakOff(String text) {
        assertThatThrownBy(() -> new Chunks(bytes(text)).readAllBytes()).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\n", "-1\r\n", "5\r\nhello!\r\n0\r\n\r\n", "\r\n"})
    void mustBeWrittenProperly(String text) {
        assertThatThrownBy(() -> new Chunks(bytes(text)).readAllBytes()).isInstanceOf(IOException.class);
    }

    /** Has nothing every other time. */
    private static final class Dripping extends InputStream {
        private final InputStream input;
        private boolean wet;

        Dripping(InputStream input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            wet = !wet;
            if (wet) {
                throw new NothingYet();
            }
            return input.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int next = read();
            if (next >= 0) {
                bytes[offset] = (byte) next;
            }
            return next < 0 ? -1 : 1;
        }
    }
}
