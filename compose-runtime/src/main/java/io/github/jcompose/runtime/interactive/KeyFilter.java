package io.github.jcompose.runtime.interactive;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Finds the detach keys in what is typed. A beginning of them is kept back until it is clear that it is no more. */
final class KeyFilter {
    private final @Nullable DetachKeys keys;
    private int seen;
    private boolean detached;

    /**
     * @param keys null to let everything pass
     */
    KeyFilter(@Nullable DetachKeys keys) {
        this.keys = keys;
    }

    /** {@return what may go on to the process; after the detach keys nothing does} */
    byte[] pass(byte[] typed, int count) {
        ByteArrayOutputStream passed = new ByteArrayOutputStream(count + seen);
        for (int i = 0; i < count && !detached; i++) {
            pass(typed[i], passed);
        }
        return passed.toByteArray();
    }

    private void pass(byte key, ByteArrayOutputStream passed) {
        if (keys == null) {
            passed.write(key);
        } else if (key == keys.at(seen)) {
            seen++;
            detached = seen == keys.length();
        } else if (seen > 0) {
            passed.writeBytes(rest());
            pass(key, passed);
        } else {
            passed.write(key);
        }
    }

    /** {@return what was kept back} */
    byte[] rest() {
        byte[] rest = new byte[seen];
        for (int i = 0; i < seen && keys != null; i++) {
            rest[i] = keys.at(i);
        }
        seen = 0;
        return rest;
    }

    /** {@return whether the detach keys were typed} */
    boolean isDetached() {
        return detached;
    }
}
