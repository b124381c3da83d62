package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.digest.Sha256;
import io.github.jcompose.runtime.build.task.BuildTask;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names a context, so that the engine sends for what has changed in it only. */
final class SharedKey {
    private SharedKey() {}

    /** {@return the same for the same folder of the same user on the same machine, and for nothing else} */
    static String of(BuildTask task) {
        String folder =
                KitLimits.folder(task, task.isRemote() ? "." : task.context()).toString();
        String key = "jcompose\n" + machine() + "\n" + System.getProperty("user.name", "") + "\n" + folder;
        return Sha256.hex(key);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
