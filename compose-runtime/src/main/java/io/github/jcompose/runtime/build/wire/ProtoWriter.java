package io.github.jcompose.runtime.build.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the fields of a message; what is empty or zero is left out, as it has no place in the encoding. */
public final class ProtoWriter {
    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Writes a whole number. */
    public ProtoWriter number(int field, long value) {
        if (value != 0) {
            tag(field, VARINT);
            varint(value);
        }
        return this;
    }

    /** Writes a text. */
    public ProtoWriter text(int field, String value) {
        return value.isEmpty() ? this : always(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes. */
    public ProtoWriter bytes(int field, byte[] value) {
        return value.length == 0 ? this : always(field, value);
    }

    /** Writes a message within this one, also if it is empty. */
    public ProtoWriter message(int field, ProtoWriter value) {
        return always(field, value.bytes());
    }

    /** Writes an entry for each pair. */
    public ProtoWriter map(int field, Map<String, String> map) {
        map.forEach(
                (key, value) -> message(field, new ProtoWriter().text(1, key).text(2, value)));
        return this;
    }

    private ProtoWriter always(int field, byte[] value) {
        tag(field, BYTES);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    private void tag(int field, int type) {
        varint(((long) field << 3) | type);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** {@return what was written} */
    public byte[] bytes() {
        return out.toByteArray();
    }
}
