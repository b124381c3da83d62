package io.github.jcompose.runtime.engine.host;

import io.github.jcompose.model.ComposeException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The command that carries HTTP to the engine of another machine, through the user's own ssh. */
public final class SshCommand {
    private SshCommand() {}

    /**
     * {@return the command}
     *
     * @param uri {@code ssh://[user@]host[:port][/socket]}
     */
    public static List<String> of(URI uri) {
        List<String> command = new ArrayList<>(List.of("ssh"));
        if (uri.getUserInfo() != null) {
            command.addAll(List.of("-l", uri.getUserInfo()));
        }
        if (uri.getPort() > 0) {
            command.addAll(List.of("-p", String.valueOf(uri.getPort())));
        }
        command.addAll(List.of("-o", "ConnectTimeout=30", "-T", "--", uri.getHost(), "docker"));
        String socket = uri.getPath();
        if (socket != null && socket.length() > 1) {
            // The shell of the other machine reads this.
            command.add("--host=unix://'" + socket.replace("'", "'\\''") + "'");
        }
        command.addAll(List.of("system", "dial-stdio"));
        return command;
    }

    static URI checked(URI uri) {
        // Without the text: it may hold a password.
        if (uri.getHost() == null) {
            throw new ComposeException("an ssh address of an engine must be ssh://[user@]host[:port][/socket]");
        } else if (uri.getUserInfo() != null && uri.getUserInfo().contains(":")) {
            throw new ComposeException("the ssh address of the engine holds a password; use a key instead");
        } else if (uri.getQuery() != null || uri.getFragment() != null) {
            throw new ComposeException("the ssh address of the engine must end with the host, port or socket");
        }
        return uri;
    }
}
