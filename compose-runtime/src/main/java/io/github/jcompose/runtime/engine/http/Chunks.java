package io.github.jcompose.runtime.engine.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes a body out of its chunks (RFC 9112, section 7.1). A read that fails for lack of bytes can be done again, which
 * the library's own stream does not allow.
 */
final class Chunks extends InputStream {
    private static final int LONGEST_LINE = 1 << 13;

    private enum Expected {
        SIZE,
        DATA,
        END_OF_DATA,
        TRAILER,
        NOTHING
    }

    private final InputStream input;
    private final StringBuilder line = new StringBuilder();
    private Expected expected = Expected.SIZE;
    private long left;

    Chunks(InputStream input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (expected != Expected.DATA) {
            if (expected == Expected.NOTHING) {
                return -1;
            }
            advance(line());
        }
        int count = input.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw brokenOff();
        }
        left -= count;
        if (left == 0) {
            expected = Expected.END_OF_DATA;
        }
        return count;
    }

    private void advance(String text) throws IOException {
        switch (expected) {
            case SIZE -> {
                left = size(text);
                expected = left == 0 ? Expected.TRAILER : Expected.DATA;
            }
            case END_OF_DATA -> {
                if (!text.isEmpty()) {
                    throw new IOException("a chunk is longer than it says");
                }
                expected = Expected.SIZE;
            }
            default -> expected = text.isEmpty() ? Expected.NOTHING : expected;
        }
    }

    private static long size(String text) throws IOException {
        int extension = text.indexOf(';');
        String size = (extension < 0 ? text : text.substring(0, extension)).strip();
        try {
            long length = Long.parseLong(size, 16);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IOException("no length of a chunk: '" + text + "'");
    }

    private String line() throws IOException {
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw brokenOff();
            } else if (line.length() == LONGEST_LINE) {
                throw new IOException("a line between chunks does not end");
            }
            line.append((char) next);
        }
        String text = line.toString();
        line.setLength(0);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static IOException brokenOff() {
        return new EOFException("the answer breaks off in the middle");
    }
}
