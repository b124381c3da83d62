package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Looks again and again whether a condition holds. */
final class EnvironmentProbe implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 5_000;
    /** A proxy of the engine takes connections before the service does, and closes them at once. */
    private static final int STAYS_MILLIS = 100;

    private final LiveEnvironment environment;
    private final WaitFor condition;
    private final AtomicInteger lines = new AtomicInteger();
    private @Nullable FollowedLogs logs;
    private String lastTry = "";

    EnvironmentProbe(LiveEnvironment environment, WaitFor condition) {
        this.environment = environment;
        this.condition = condition;
        if (!service().isEmpty()) {
            environment.service(service());
        }
        if (condition instanceof WaitFor.LogLine line) {
            logs = environment.service(line.service()).followLogs(told -> {
                if (line.pattern().matcher(told.text()).find()) {
                    lines.incrementAndGet();
                }
            });
        }
    }

    /** Thrown where a condition cannot hold any more. */
    static final class Hopeless extends Exception {
        private static final long serialVersionUID = 1L;

        Hopeless(String message) {
            super(message);
        }
    }

    WaitFor condition() {
        return condition;
    }

    /** {@return the service that the condition is about; empty if it is about none} */
    String service() {
        if (condition instanceof WaitFor.Running it) {
            return it.service();
        } else if (condition instanceof WaitFor.Healthy it) {
            return it.service();
        } else if (condition instanceof WaitFor.Completed it) {
            return it.service();
        } else if (condition instanceof WaitFor.LogLine it) {
            return it.service();
        } else if (condition instanceof WaitFor.Tcp it) {
            return it.service();
        } else if (condition instanceof WaitFor.Http it) {
            return it.service();
        }
        return "";
    }

    /** {@return whether the engine does not tell when to look again} */
    boolean isTried() {
        return !(condition instanceof WaitFor.Running
                || condition instanceof WaitFor.Healthy
                || condition instanceof WaitFor.Completed);
    }

    /** {@return why it did not hold the last time; empty if there is nothing to say} */
    String lastTry() {
        return lastTry;
    }

    /**
     * {@return whether it holds now}
     *
     * @throws Hopeless if it never will
     */
    boolean holds(List<ContainerInfo> all) throws Hopeless {
        if (condition instanceof WaitFor.That that) {
            return holds(that);
        }
        List<ContainerInfo> own =
                all.stream().filter(c -> c.service().equals(service())).toList();
        if (own.isEmpty()) {
            lastTry = "it has no container";
            return false;
        }
        if (condition instanceof WaitFor.LogLine line && lines.get() >= line.times()) {
            return true;
        }
        boolean completes = condition instanceof WaitFor.Completed;
        boolean holds = true;
        for (ContainerInfo container : own) {
            holds &= completes ? hasCompleted(container) : isUp(container);
        }
        if (!holds || completes) {
            return holds;
        } else if (condition instanceof WaitFor.LogLine line) {
            return lines.get() >= line.times();
        } else if (condition instanceof WaitFor.Tcp tcp) {
            return tried(own, number -> accepts(address(tcp.port(), number)));
        } else if (condition instanceof WaitFor.Http http) {
            return tried(own, number -> answers(http, address(http.port(), number)));
        }
        return true;
    }

    private boolean holds(WaitFor.That that) {
        try {
            return that.test().test(environment);
        } catch (RuntimeException e) {
            lastTry = String.valueOf(e.getMessage());
            return false;
        }
    }

    private boolean hasCompleted(ContainerInfo container) throws Hopeless {
        if (!hasExited(container)) {
            return false;
        }
        if (container.exitCode() != 0) {
            throw exited(container);
        }
        return true;
    }

    private boolean isUp(ContainerInfo container) throws Hopeless {
        if (hasExited(container)) {
            throw exited(container);
        }
        if (condition instanceof WaitFor.Healthy && container.state().equals("running")) {
            if (container.health().isEmpty()) {
                throw new Hopeless("service \"" + service() + "\" has no healthcheck");
            }
            if (container.health().equals("unhealthy")) {
                throw new Hopeless("container " + container.name() + " is unhealthy");
            }
            return container.health().equals("healthy");
        }
        return container.state().equals("running");
    }

    private static boolean hasExited(ContainerInfo container) {
        return container.state().equals("exited") || container.state().equals("dead");
    }

    private static Hopeless exited(ContainerInfo container) {
        return new Hopeless("container " + container.name() + " exited (" + container.exitCode() + ")");
    }

    private PublishedAddress address(int port, int number) {
        return environment.service(service()).replica(number).port(port);
    }

    /** Tries something at the port of a container. */
    private interface Try {
        boolean at(int number) throws IOException;
    }

    private boolean tried(List<ContainerInfo> containers, Try attempt) {
        for (ContainerInfo container : containers) {
            try {
                if (!attempt.at(container.number())) {
                    return false;
                }
            } catch (IOException | ComposeException e) {
                lastTry = String.valueOf(e.getMessage());
                return false;
            }
        }
        return true;
    }

    private boolean accepts(PublishedAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.address(), address.port()), CONNECT_MILLIS);
            return stays(socket);
        }
    }

    private boolean stays(Socket socket) throws IOException {
        socket.setSoTimeout(STAYS_MILLIS);
        try {
            if (socket.getInputStream().read() < 0) {
                lastTry = "closed at once";
                return false;
            }
            return true;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    private boolean answers(WaitFor.Http http, PublishedAddress address) throws IOException {
        String path = http.path().startsWith("/") ? http.path() : "/" + http.path();
        HttpURLConnection request = (HttpURLConnection)
                URI.create("http://" + address + path).toURL().openConnection();
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(ANSWER_MILLIS);
        request.setInstanceFollowRedirects(false);
        try {
            int status = request.getResponseCode();
            lastTry = "status " + status;
            return status == http.status();
        } finally {
            request.disconnect();
        }
    }

    @Override
    public void close() {
        if (logs != null) {
            logs.close();
        }
    }
}
