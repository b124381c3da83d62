package io.github.jcompose.runtime.soak;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A service of the random project. */
final class Part {
    /** The label that tells which revision a container was made from. */
    static final String REVISION = "soak.revision";

    final String key;
    final Set<String> needs = new TreeSet<>();
    final Set<String> networks = new TreeSet<>();
    final Set<String> volumes = new TreeSet<>();
    int revision = 1;
    int scale = 1;
    boolean job;
    boolean anonymous;
    boolean config;
    boolean optional;
    boolean named;

    Part(String key) {
        this.key = key;
    }

    /** {@return this as it is now} */
    Part copy() {
        Part copy = new Part(key);
        copy.needs.addAll(needs);
        copy.networks.addAll(networks);
        copy.volumes.addAll(volumes);
        copy.revision = revision;
        copy.scale = scale;
        copy.job = job;
        copy.anonymous = anonymous;
        copy.config = config;
        copy.optional = optional;
        copy.named = named;
        return copy;
    }

    /** {@return what a container of it is made from; if that changes, it must be replaced} */
    String form() {
        return key + " " + revision + " " + networks + volumes + job + anonymous + config + named;
    }

    /**
     * {@return its lines in a compose file}
     *
     * @param project makes the name of a container unique
     */
    String yaml(String project, Blueprint blueprint) {
        StringBuilder yaml = new StringBuilder("  " + key + ":\n");
        line(yaml, "image: busybox:1.36");
        line(yaml, job ? "command: ['true']" : "command: [sleep, '100000']");
        line(yaml, "init: true");
        line(yaml, "stop_grace_period: 0s");
        line(yaml, "scale: " + scale);
        line(yaml, "labels: {" + REVISION + ": '" + revision + "'}");
        if (networks.isEmpty()) {
            line(yaml, "network_mode: none");
        } else {
            line(yaml, "networks: " + networks);
        }
        if (!needs.isEmpty()) {
            line(yaml, "depends_on:");
            for (String need : needs) {
                boolean ends = blueprint.part(need).job;
                String condition = ends ? "service_completed_successfully" : "service_started";
                line(yaml, String.format(Locale.ROOT, "  %s: {condition: %s}", need, condition));
            }
        }
        if (!volumes.isEmpty() || anonymous) {
            line(yaml, "volumes:");
            volumes.forEach(volume -> line(yaml, "  - " + volume + ":/" + volume));
            if (anonymous) {
                line(yaml, "  - /anonymous");
            }
        }
        if (config) {
            line(yaml, "configs: [{source: text, target: /text}]");
        }
        if (optional) {
            line(yaml, "profiles: [extra]");
        }
        if (named) {
            line(yaml, "container_name: " + name(project, 1));
        }
        return yaml.toString();
    }

    /** {@return the name that its container must have} */
    String name(String project, int number) {
        return named ? project + "-is-" + key : project + "-" + key + "-" + number;
    }

    private static void line(StringBuilder yaml, String text) {
        yaml.append("    ").append(text).append('\n');
    }
}
