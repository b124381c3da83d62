package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.SshKey;
import io.github.jcompose.runtime.build.session.KeyAgent;
import io.github.jcompose.runtime.build.session.SocketAgent;
import io.github.jcompose.runtime.build.session.SshAgent;
import io.github.jcompose.runtime.build.session.SshPrivateKey;
import io.github.jcompose.runtime.build.task.BuildTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Finds the SSH agents and keys of a build. */
final class SshAgents {
    private static final String AGENT = "SSH_AUTH_SOCK";

    private SshAgents() {}

    /**
     * {@return the agents by id}
     *
     * @throws ComposeException if there is none
     */
    static Map<String, SshAgent> find(BuildTask task) {
        Map<String, SshAgent> agents = new TreeMap<>();
        for (SshKey key : task.build().ssh()) {
            agents.put(key.id(), agent(task, key));
        }
        return agents;
    }

    private static SshAgent agent(BuildTask task, SshKey key) {
        String where = task.where() + ".ssh: " + key.id();
        String path = key.path();
        if (path == null || path.isEmpty()) {
            String socket = task.environment().getOrDefault(AGENT, "");
            if (socket.isEmpty()) {
                throw new ComposeException(where + ": no SSH agent runs, as " + AGENT
                        + " is not set; start one (ssh-agent) and add the key (ssh-add)");
            }
            return socket(where, Path.of(socket), AGENT + " names ");
        }
        return socket(where, task.folder().resolve(path).normalize(), "");
    }

    private static SshAgent socket(String where, Path path, String origin) {
        if (!Files.exists(path)) {
            throw new ComposeException(where + ": " + origin + path + ", which is not there");
        } else if (Files.isRegularFile(path)) {
            try {
                return new KeyAgent(SshPrivateKey.read(path));
            } catch (IllegalArgumentException | IOException e) {
                throw new ComposeException(where + ": " + path + " " + e.getMessage(), e);
            }
        } else if (Files.isDirectory(path)) {
            throw new ComposeException(
                    where + ": " + path + " is a folder; expected the socket of an SSH agent, or a key file");
        }
        return new SocketAgent(path);
    }
}
