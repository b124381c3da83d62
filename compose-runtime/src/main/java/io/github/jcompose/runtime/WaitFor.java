package io.github.jcompose.runtime;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Something of an environment to wait for; of a service with several containers it must hold for each. */
public sealed interface WaitFor {
    /** {@return a wait until the containers of the service run} */
    static WaitFor running(String service) {
        return new Running(service);
    }

    /** {@return a wait until the healthcheck of the service passes} */
    static WaitFor healthy(String service) {
        return new Healthy(service);
    }

    /** {@return a wait until the service has exited with code 0} */
    static WaitFor completed(String service) {
        return new Completed(service);
    }

    /**
     * {@return a wait until a container of the service has written a line in which the expression is found}
     *
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    static WaitFor logLine(String service, String regex) {
        return logLine(service, regex, 1);
    }

    /**
     * {@return a wait until a container of the service has written so many such lines}
     *
     * @throws java.util.regex.PatternSyntaxException if the expression is none
     */
    static WaitFor logLine(String service, String regex, int times) {
        return new LogLine(service, Pattern.compile(regex), times);
    }

    /** {@return a wait until a connection to a published port of the service stays open} */
    static WaitFor tcp(String service, int port) {
        return new Tcp(service, port);
    }

    /** {@return a wait until a published port of the service answers a {@code GET} with 200} */
    static WaitFor http(String service, int port, String path) {
        return http(service, port, path, 200);
    }

    /** {@return a wait until a published port of the service answers a {@code GET} with that status} */
    static WaitFor http(String service, int port, String path, int status) {
        return new Http(service, port, path, status);
    }

    /**
     * {@return a wait until something of the caller's own holds}
     *
     * @param description ends the sentence "timeout waiting for …"
     * @param test asked now and then; an exception counts as false, and is told in the end
     */
    static WaitFor that(String description, Predicate<Environment> test) {
        return new That(description, test);
    }

    /** See {@link #running}. */
    record Running(String service) implements WaitFor {
        @Override
        public String toString() {
            return "service \"" + service + "\" to run";
        }
    }

    /** See {@link #healthy}. */
    record Healthy(String service) implements WaitFor {
        @Override
        public String toString() {
            return "service \"" + service + "\" to be healthy";
        }
    }

    /** See {@link #completed}. */
    record Completed(String service) implements WaitFor {
        @Override
        public String toString() {
            return "service \"" + service + "\" to complete";
        }
    }

    /** See {@link #logLine(String, String, int)}. */
    record LogLine(String service, Pattern pattern, int times) implements WaitFor {
        @Override
        public String toString() {
            String lines = times == 1 ? "a log line" : times + " log lines";
            return lines + " of service \"" + service + "\" with /" + pattern + "/";
        }
    }

    /** See {@link #tcp}. */
    record Tcp(String service, int port) implements WaitFor {
        @Override
        public String toString() {
            return "port " + port + " of service \"" + service + "\" to accept connections";
        }
    }

    /** See {@link #http(String, int, String, int)}. */
    record Http(String service, int port, String path, int status) implements WaitFor {
        @Override
        public String toString() {
            return "status " + status + " from " + path + " at port " + port + " of service \"" + service + "\"";
        }
    }

    /** See {@link #that}. */
    record That(String description, Predicate<Environment> test) implements WaitFor {
        @Override
        public String toString() {
            return description;
        }
    }
}
