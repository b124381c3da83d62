package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.model.Project;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags that several commands have, and what their values mean. */
final class ServiceFlags {
    static final Flag BUILD = Flag.ofSwitch("build", "Build the images of all services that can be built");
    static final Flag FORCE_RECREATE = Flag.ofSwitch("force-recreate", "Replace all containers, changed or not");
    static final Flag NO_BUILD = Flag.ofSwitch("no-build", "Build no image, not even a missing one");
    static final Flag NO_COLOR = Flag.ofSwitch("no-color", "Do not colour the names of the containers");
    static final Flag NO_DEPS = Flag.ofSwitch("no-deps", "Leave alone what the services depend on");
    static final Flag NO_LOG_PREFIX = Flag.ofSwitch("no-log-prefix", "Do not show which container wrote a line");
    static final Flag NO_RECREATE = Flag.ofSwitch("no-recreate", "Keep containers that exist, changed or not");
    static final Flag PULL =
            Flag.ofText("pull", "POLICY", "When to pull images (\"always\"|\"missing\"|\"never\"|\"build\")");
    static final Flag QUIET_PULL = Flag.ofSwitch("quiet-pull", "Do not show the progress of each layer");
    static final Flag REMOVE_ORPHANS =
            Flag.ofSwitch("remove-orphans", "Remove containers of services that the project no longer has");
    static final Flag SCALE = Flag.ofList("scale", "SERVICE=NUM", "Run this many containers of a service");
    static final Flag TIMEOUT = Flag.ofNumber("timeout", "SECONDS", "How long a container may take to stop")
            .orLetter('t');
    static final Flag WAIT = Flag.ofSwitch("wait", "Return once all services run and are healthy");
    static final Flag WAIT_TIMEOUT = Flag.ofNumber("wait-timeout", "SECONDS", "How long to wait for that");
    static final Flag YES = Flag.ofSwitch("yes", "Answer yes to all questions").orLetter('y');

    private static final Set<String> PULL_POLICIES = Set.of("always", "missing", "never", "build", "if_not_present");

    private ServiceFlags() {}

    static @Nullable Duration timeout(Invocation call) {
        return seconds(call, TIMEOUT);
    }

    static @Nullable Duration waitTimeout(Invocation call) {
        Duration timeout = seconds(call, WAIT_TIMEOUT);
        if (timeout != null && timeout.isNegative()) {
            throw new UsageException("--wait-timeout must be a non-negative integer");
        }
        return timeout == null || timeout.isZero() ? null : timeout;
    }

    private static @Nullable Duration seconds(Invocation call, Flag flag) {
        Integer seconds = call.arguments().number(flag);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** {@return how many of the last lines to show; null for all} */
    static @Nullable Integer tail(@Nullable String text) {
        if (text == null || text.equals("all")) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new UsageException("invalid --tail \"" + text + "\": expected a number or all");
        }
        return Integer.valueOf(text);
    }

    static @Nullable String pullPolicy(Invocation call) {
        String policy = call.arguments().text(PULL);
        if (policy == null || policy.equals("policy")) {
            return null;
        }
        if (!PULL_POLICIES.contains(policy)) {
            throw new UsageException("invalid --pull option \"" + policy
                    + "\": expected \"always\", \"missing\", \"never\" or \"build\"");
        }
        return policy.equals("if_not_present") ? "missing" : policy;
    }

    /** {@return what {@code SERVICE=NUM} texts say} */
    static Map<String, Integer> scale(List<String> texts, String what) {
        Map<String, Integer> scale = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            String number = text.substring(equals + 1);
            if (equals < 1 || !number.matches("[0-9]{1,6}")) {
                throw new UsageException("invalid " + what + " \"" + text + "\": expected SERVICE=NUM");
            }
            scale.put(text.substring(0, equals), Integer.valueOf(number));
        }
        return scale;
    }

    /** {@return whether to remove orphans: as the flag says, else the environment} */
    static boolean removeOrphans(Invocation call, @Nullable Project project) {
        boolean remove = call.arguments().given(REMOVE_ORPHANS)
                ? call.arguments().is(REMOVE_ORPHANS)
                : call.isSet("COMPOSE_REMOVE_ORPHANS", project);
        if (remove && call.isSet("COMPOSE_IGNORE_ORPHANS", project)) {
            throw new UsageException("cannot combine COMPOSE_IGNORE_ORPHANS and --remove-orphans");
        }
        return remove;
    }

    /** Refuses two flags that contradict each other. */
    static void exclusive(Invocation call, Flag one, Flag other) {
        if (call.arguments().is(one) && call.arguments().is(other)) {
            throw new UsageException("--" + one.name() + " and --" + other.name() + " are incompatible");
        }
    }
}
