package io.github.jcompose.runtime.build.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the fields of a message one by one; see the <a href="https://protobuf.dev/programming-guides/encoding/">encoding
 * of Protocol Buffers</a>. Fields that nobody asks for are passed over.
 */
public final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private long number;
    private int start;
    private int length;

    /** Reads a whole message. */
    public ProtoReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ProtoReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /**
     * Goes on to the next field.
     *
     * @return whether there is one
     * @throws IllegalArgumentException if the bytes are no message
     */
    public boolean next() {
        if (at >= end) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        start = at;
        length = 0;
        number = 0;
        switch ((int) tag & 7) {
            case VARINT -> number = varint();
            case BYTES -> {
                long size = varint();
                start = at;
                length = (int) Math.min(size, Integer.MAX_VALUE);
                skip(length);
            }
            case FIXED64 -> skip(8);
            case FIXED32 -> skip(4);
            default -> throw broken();
        }
        return true;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw broken();
            }
            byte b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw broken();
    }

    private void skip(int count) {
        if (count < 0 || count > end - at) {
            throw broken();
        }
        at += count;
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("a message of BuildKit breaks off or is of another kind than expected");
    }

    /** {@return the number of the field} */
    public int field() {
        return field;
    }

    /** {@return the field as a whole number} */
    public long number() {
        return number;
    }

    /** {@return the field as a truth value} */
    public boolean bool() {
        return number != 0;
    }

    /** {@return the field as text} */
    public String text() {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    /** {@return a copy of the field's bytes} */
    public byte[] bytes() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /** {@return a reader of the field as a message} */
    public ProtoReader message() {
        return new ProtoReader(bytes, start, start + length);
    }
}
