package io.github.jcompose.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process. The launcher tells which streams lead to one, as a shell knows without a library;
 * where it does not, the file descriptors do.
 */
public final class ProcessTerminal implements Terminal {
    private static final String STREAMS_PROPERTY = "jcompose.terminal";
    private static final long SIZE_LASTS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final @Nullable String streams = System.getProperty(STREAMS_PROPERTY);
    private @Nullable Size size;
    private long sizeTaken;

    @Override
    public boolean hasInput() {
        return leadsToTerminal(0);
    }

    @Override
    public boolean hasOutput() {
        return leadsToTerminal(1);
    }

    @Override
    public boolean hasErrors() {
        return leadsToTerminal(2);
    }

    /** Asks again after a second, so that the picture follows the window. */
    @Override
    public synchronized Size size() {
        long now = System.nanoTime();
        Size known = size;
        if (known == null || now - sizeTaken > SIZE_LASTS_NANOS) {
            known = askSize();
            size = known;
            sizeTaken = now;
        }
        return known;
    }

    @Override
    public Size sizeNow() {
        return askSize();
    }

    @Override
    public Mode keysOneByOne() {
        return KeysAsPressed.begin(KeysAsPressed.ONE_BY_ONE);
    }

    @Override
    public Mode keysAsPressed() {
        return KeysAsPressed.begin(KeysAsPressed.RAW);
    }

    private boolean leadsToTerminal(int descriptor) {
        if (streams != null) {
            return streams.indexOf((char) ('0' + descriptor)) >= 0;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Size askSize() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            String[] words = answer.strip().split(" ", 2);
            if (words.length == 2) {
                int rows = Integer.parseInt(words[0]);
                int columns = Integer.parseInt(words[1]);
                return rows > 0 && columns > 0 ? new Size(columns, rows) : Size.USUAL;
            }
        } catch (IOException | NumberFormatException e) {
            // A system without stty, or a terminal that does not know: the usual size serves.
            return Size.USUAL;
        }
        return Size.USUAL;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "terminal[in=%b out=%b err=%b]", hasInput(), hasOutput(), hasErrors());
    }
}
