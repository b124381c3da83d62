package io.github.jcompose.runtime.build.session;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The data types of SSH (RFC 4251, section 5). */
final class SshData {
    private SshData() {}

    /** {@return bytes that stand behind their length} */
    static byte[] string(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("it breaks off");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    static String text(ByteBuffer in) {
        return new String(string(in), StandardCharsets.UTF_8);
    }

    static BigInteger integer(ByteBuffer in) {
        return new BigInteger(string(in));
    }

    /** {@return the strings, one behind the other} */
    static byte[] join(byte[]... strings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] string : strings) {
            out.writeBytes(number(string.length));
            out.writeBytes(string);
        }
        return out.toByteArray();
    }

    static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
