package io.github.jcompose.runtime.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InputPumpTest {
    private static final class Pipe extends ByteArrayOutputStream {
        boolean closed;

        @Override
        public void close() {
            closed = true;
        }

        String text() {
            return toString(StandardCharsets.UTF_8);
        }
    }

    private final Pipe to = new Pipe();

    private void pump(String input, EndOfInput atEnd) {
        InputStream from = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        new InputPump(from, to, atEnd, new KeyFilter(null), () -> {}).run();
    }

    @Test
    void endsTheInputOfAProcessWithoutATerminal() {
        pump("select 1;", EndOfInput.CLOSE);

        assertThat(to.text()).isEqualTo("select 1;");
        assertThat(to.closed).isTrue();
    }

    @Test
    void pressesTheKeyForTheEndOfInputOnATerminal() {
        pump("select 1;\n", EndOfInput.KEY);

        assertThat(to.text()).isEqualTo("select 1;\n\004");
        assertThat(to.closed).isFalse();
    }

    @Test
    void pressesItTwiceInTheMiddleOfALine() {
        pump("select 1;", EndOfInput.KEY);

        assertThat(to.text()).isEqualTo("select 1;\004\004");
    }

    @Test
    void leavesInputOpenThatOutlivesTheSession() {
        pump("select 1;", EndOfInput.NONE);

        assertThat(to.text()).isEqualTo("select 1;");
        assertThat(to.closed).isFalse();
    }

    @Test
    void takesInputThatCannotBeReadForItsEnd() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        new InputPump(broken, to, EndOfInput.CLOSE, new KeyFilter(null), () -> {}).run();

        assertThat(to.closed).isTrue();
    }

    @Test
    void stopsWhenTheProcessTakesNoMore() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'y';
            }
        };

        new InputPump(endless, full, EndOfInput.CLOSE, new KeyFilter(null), () -> {}).run();

        assertThat(to.closed).isFalse();
    }
}
