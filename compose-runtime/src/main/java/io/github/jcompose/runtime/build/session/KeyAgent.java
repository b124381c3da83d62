package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.engine.grpc.GrpcStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * An agent that knows one key, and nothing but to name it and to sign with it (draft-miller-ssh-agent).
 *
 * @param key what it signs with
 */
public record KeyAgent(SshPrivateKey key) implements SshAgent {
    private static final byte FAILURE = 5;
    private static final byte LIST = 11;
    private static final byte LISTED = 12;
    private static final byte SIGN = 13;
    private static final byte SIGNED = 14;
    private static final int LONGEST = 1 << 18;

    @Override
    public void serve(GrpcStream call, Executor threads) throws IOException {
        ByteArrayOutputStream unread = new ByteArrayOutputStream();
        for (byte[] message = call.receive(); message != null; message = call.receive()) {
            unread.writeBytes(SshService.data(message));
            ByteBuffer in = ByteBuffer.wrap(unread.toByteArray());
            while (in.remaining() >= Integer.BYTES && in.remaining() - Integer.BYTES >= in.getInt(in.position())) {
                byte[] answer = answer(SshData.string(in));
                call.send(SshService.message(SshData.join(answer)));
            }
            if (in.remaining() > LONGEST) {
                throw new IOException("a step sends the ssh agent no requests but something else");
            }
            unread.reset();
            unread.writeBytes(Arrays.copyOfRange(in.array(), in.position(), in.limit()));
        }
    }

    /** {@return the answer to a request, each without its length} */
    byte[] answer(byte[] request) {
        try {
            ByteBuffer in = ByteBuffer.wrap(request);
            byte kind = in.hasRemaining() ? in.get() : 0;
            if (kind == LIST) {
                return concat(
                        new byte[] {LISTED},
                        SshData.number(1),
                        SshData.join(key.publicKey(), SshData.bytes(key.comment())));
            } else if (kind == SIGN && Arrays.equals(SshData.string(in), key.publicKey())) {
                byte[] data = SshData.string(in);
                return concat(new byte[] {SIGNED}, SshData.join(key.sign(data, in.getInt())));
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // An agent has one word for all that it cannot do.
        }
        return new byte[] {FAILURE};
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
