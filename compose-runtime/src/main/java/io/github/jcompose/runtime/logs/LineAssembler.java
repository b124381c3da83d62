package io.github.jcompose.runtime.logs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Puts pieces of output together to lines. Decodes whole lines only, as a piece may end within a character. */
final class LineAssembler {
    private final Consumer<String> lines;
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();

    LineAssembler(Consumer<String> lines) {
        this.lines = lines;
    }

    void add(byte[] piece) {
        int start = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                if (open.size() == 0) {
                    give(piece, start, i - start);
                } else {
                    open.write(piece, start, i - start);
                    flush();
                }
                start = i + 1;
            }
        }
        open.write(piece, start, piece.length - start);
    }

    /** {@return whether the end of a line is awaited} */
    boolean isOpen() {
        return open.size() > 0;
    }

    /** Gives the last line even though its end is missing. */
    void end() {
        if (open.size() > 0) {
            flush();
        }
    }

    private void flush() {
        byte[] line = open.toByteArray();
        open.reset();
        give(line, 0, line.length);
    }

    private void give(byte[] bytes, int offset, int length) {
        // A terminal ends its lines with CR LF.
        int end = length > 0 && bytes[offset + length - 1] == '\r' ? length - 1 : length;
        lines.accept(new String(bytes, offset, end, StandardCharsets.UTF_8));
    }
}
