package io.github.jcompose.runtime.engine.host;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

/** Wraps older forms of private keys into the one that the JDK reads: version, algorithm, key. */
final class Pkcs8 {
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xa0;
    private static final byte[] VERSION = HexFormat.of().parseHex("020100");
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private Pkcs8() {}

    /** {@return the key of a PKCS #1 file} */
    static byte[] ofRsa(byte[] pkcs1) {
        return wrap(SEQUENCE, VERSION, RSA, wrap(OCTETS, pkcs1));
    }

    /** {@return the key of a SEC 1 file} */
    static byte[] ofEc(byte[] sec1) throws GeneralSecurityException {
        return wrap(SEQUENCE, VERSION, wrap(SEQUENCE, EC, curve(sec1)), wrap(OCTETS, sec1));
    }

    /** {@return the curve: the first of the optional fields, behind version and key} */
    private static byte[] curve(byte[] sec1) throws GeneralSecurityException {
        try {
            int position = content(sec1, 0);
            while (position < sec1.length) {
                int start = content(sec1, position);
                int end = start + length(sec1, position);
                if ((sec1[position] & 0xff) == CURVE) {
                    return Arrays.copyOfRange(sec1, start, end);
                }
                position = end;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new GeneralSecurityException("the EC private key is damaged", e);
        }
        throw new GeneralSecurityException("the EC private key names no curve");
    }

    /** {@return where the content of the element begins} */
    private static int content(byte[] der, int element) {
        int first = der[element + 1] & 0xff;
        return element + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int element) {
        int first = der[element + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[element + 2 + i] & 0xff);
        }
        return length;
    }

    private static byte[] wrap(int tag, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteArrayOutputStream der = new ByteArrayOutputStream(length + 4);
        der.write(tag);
        if (length < 0x80) {
            der.write(length);
        } else if (length < 0x100) {
            der.write(0x81);
            der.write(length);
        } else {
            // No key is longer than 65,535 bytes.
            der.write(0x82);
            der.write(length >> 8);
            der.write(length);
        }
        for (byte[] content : contents) {
            der.writeBytes(content);
        }
        return der.toByteArray();
    }
}
