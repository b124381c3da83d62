package io.github.jcompose.runtime.logs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Puts pieces of output together to lines. Decodes whole lines only, as a piece may end within a character. */
final class LineAssembler {
    /** Of a line that never ends, this much is kept; then it is given as it is. */
    static final int LONGEST = 1 << 20;

    /** Of a character in UTF-8. */
    private static final int MOST_BYTES = 4;

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
        if (open.size() >= LONGEST) {
            giveWhatThereIs();
        }
    }

    /** Ends a line before its end, but not within a character. */
    private void giveWhatThereIs() {
        byte[] bytes = open.toByteArray();
        int last = bytes.length - 1;
        while (last > bytes.length - MOST_BYTES && (bytes[last] & 0xc0) == 0x80) {
            last--;
        }
        int end = (bytes[last] & 0xc0) == 0xc0 ? last : bytes.length;
        open.reset();
        open.write(bytes, end, bytes.length - end);
        lines.accept(new String(bytes, 0, end, StandardCharsets.UTF_8));
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
