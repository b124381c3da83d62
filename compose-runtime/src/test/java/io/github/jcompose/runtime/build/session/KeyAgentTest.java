package io.github.jcompose.runtime.build.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyAgentTest {
    private static final byte[] PUBLIC = {1, 2, 3};
    private static final byte[] DATA = "sign this".getBytes(StandardCharsets.UTF_8);

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return generator.generateKeyPair();
    }

    /** {@return the text of a key file in the format of OpenSSH} */
    private static String file(String cipher, byte[] privatePart) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(SshData.join(SshData.bytes(cipher), SshData.bytes("none"), new byte[0]));
        out.writeBytes(SshData.number(1));
        out.writeBytes(SshData.join(PUBLIC));
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        secret.writeBytes(new byte[8]);
        secret.writeBytes(privatePart);
        out.writeBytes(SshData.join(secret.toByteArray()));
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(out.toByteArray())
                + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    private static byte[] number(BigInteger number) {
        return number.toByteArray();
    }

    private static byte[] ed25519(KeyPair pair) {
        byte[] both = new byte[64];
        byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        System.arraycopy(seed, 0, both, 0, 32);
        return SshData.join(SshData.bytes("ssh-ed25519"), new byte[32], both, SshData.bytes("me@here"));
    }

    private static byte[] rsa(KeyPair pair) {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        return SshData.join(
                SshData.bytes("ssh-rsa"),
                number(key.getModulus()),
                number(key.getPublicExponent()),
                number(key.getPrivateExponent()),
                number(key.getCrtCoefficient()),
                number(key.getPrimeP()),
                number(key.getPrimeQ()),
                SshData.bytes("me@here"));
    }

    private static byte[] ecdsa(KeyPair pair) {
        return SshData.join(
                SshData.bytes("ecdsa-sha2-nistp256"),
                SshData.bytes("nistp256"),
                new byte[65],
                number(((ECPrivateKey) pair.getPrivate()).getS()),
                SshData.bytes("me@here"));
    }

    private static ByteBuffer sign(KeyAgent agent, int flags) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(13);
        request.writeBytes(SshData.join(PUBLIC, DATA));
        request.writeBytes(SshData.number(flags));
        ByteBuffer answer = ByteBuffer.wrap(agent.answer(request.toByteArray()));
        assertThat(answer.get()).isEqualTo((byte) 14);
        return ByteBuffer.wrap(SshData.string(answer));
    }

    private static boolean verify(String algorithm, KeyPair pair, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(pair.getPublic());
        verifier.update(DATA);
        return verifier.verify(signature);
    }

    @Test
    void signsWithEd25519() throws GeneralSecurityException {
        KeyPair pair = pair("Ed25519");
        KeyAgent agent = new KeyAgent(SshPrivateKey.parse(file("none", ed25519(pair))));

        ByteBuffer signature = sign(agent, 0);

        assertThat(SshData.text(signature)).isEqualTo("ssh-ed25519");
        assertThat(verify("Ed25519", pair, SshData.string(signature))).isTrue();
    }

    @Test
    void signsWithRsaInTheHashThatIsAskedFor() throws GeneralSecurityException {
        KeyPair pair = pair("RSA");
        KeyAgent agent = new KeyAgent(SshPrivateKey.parse(file("none", rsa(pair))));

        ByteBuffer signature = sign(agent, 4);

        assertThat(SshData.text(signature)).isEqualTo("rsa-sha2-512");
        assertThat(verify("SHA512withRSA", pair, SshData.string(signature))).isTrue();
        assertThat(SshData.text(sign(agent, 2))).isEqualTo("rsa-sha2-256");
    }

    @Test
    void signsWithEcdsa() throws GeneralSecurityException {
        KeyPair pair = pair("EC");
        KeyAgent agent = new KeyAgent(SshPrivateKey.parse(file("none", ecdsa(pair))));

        ByteBuffer signature = sign(agent, 0);

        assertThat(SshData.text(signature)).isEqualTo("ecdsa-sha2-nistp256");
        ByteBuffer numbers = ByteBuffer.wrap(SshData.string(signature));
        byte[] both = new byte[64];
        copy(SshData.integer(numbers), both, 32);
        copy(SshData.integer(numbers), both, 64);
        assertThat(verify("SHA256withECDSAinP1363Format", pair, both)).isTrue();
    }

    private static void copy(BigInteger number, byte[] target, int end) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, target, end - length, length);
    }

    @Test
    void namesItsKeyAndDoesNothingElse() throws GeneralSecurityException {
        KeyAgent agent = new KeyAgent(SshPrivateKey.parse(file("none", ed25519(pair("Ed25519")))));

        ByteBuffer list = ByteBuffer.wrap(agent.answer(new byte[] {11}));
        assertThat(list.get()).isEqualTo((byte) 12);
        assertThat(list.getInt()).isEqualTo(1);
        assertThat(SshData.string(list)).isEqualTo(PUBLIC);
        assertThat(SshData.text(list)).isEqualTo("me@here");
        assertThat(agent.answer(new byte[] {17, 1, 2})).containsExactly(5);
        assertThat(agent.answer(new byte[] {13, 0, 0})).containsExactly(5);
        assertThat(agent.answer(new byte[0])).containsExactly(5);
    }

    @Test
    void saysWhatIsWrongWithAKeyFile() {
        assertThatThrownBy(() -> SshPrivateKey.parse(file("aes256-ctr", new byte[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("is a key with a passphrase; add it to an SSH agent");
        assertThatThrownBy(() -> SshPrivateKey.parse("-----BEGIN RSA PRIVATE KEY-----\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("is a key in an old format");
        assertThatThrownBy(() -> SshPrivateKey.parse("hello"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is no private key");
        assertThatThrownBy(() -> SshPrivateKey.parse(file("none", SshData.join(SshData.bytes("ssh-ed25519")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is a damaged private key");
        assertThatThrownBy(() -> SshPrivateKey.parse(file("none", SshData.join(SshData.bytes("ssh-dss")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is a key of type ssh-dss; expected Ed25519, RSA or ECDSA");
    }
}
