package io.github.jcompose.loader.check;

import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Attributes that exclude each other or need more than a type; told before variables become values. */
public final class RuleCheck {
    /** Compiled at the first address. */
    private static final class Patterns {
        static final Pattern IP_ADDRESS =
                Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*(%.+)?");
    }

    private final Problems problems;

    private RuleCheck(Problems problems) {
        this.problems = problems;
    }

    /** Checks all the objects of a tree in canonical form. */
    public static void apply(MappingNode project, Problems problems) {
        RuleCheck check = new RuleCheck(problems);
        check.each(
                project,
                "configs",
                (key, object, path) -> check.content(key, object, path, List.of("file", "environment", "content")));
        check.each(
                project,
                "secrets",
                (key, object, path) -> check.content(key, object, path, List.of("file", "environment")));
        check.each(project, "volumes", (key, object, path) -> check.volume(object, path));
        check.each(project, "services", (key, object, path) -> check.service(object, path));
    }

    /** A check of one object. */
    private interface Check {
        void apply(ScalarNode key, MappingNode object, TreePath path);
    }

    private void each(MappingNode project, String section, Check check) {
        MappingNode objects = project.mapping(section);
        if (objects != null) {
            for (Entry entry : objects.entries()) {
                if (entry.value() instanceof MappingNode object) {
                    check.apply(
                            entry.keyNode(), object, TreePath.ROOT.key(section).key(entry.key()));
                }
            }
        }
    }

    private void content(ScalarNode key, MappingNode object, TreePath path, List<String> sources) {
        List<String> given = new ArrayList<>();
        for (String source : sources) {
            if (object.has(source)) {
                given.add(source);
            }
        }
        if (given.size() > 1) {
            problems.error(Place.key(object, given.get(1)), path, both(given) + " exclude each other; keep one");
        } else if (given.isEmpty() && !object.has("driver") && !object.has("external") && !object.isDamaged()) {
            problems.error(key, path, "one of " + quoted(sources) + " must be set");
        }
    }

    private static String both(List<String> names) {
        return quoted(names).replaceFirst(", ([^,]*)$", " and $1");
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }

    private void volume(MappingNode volume, TreePath path) {
        if (!(volume.get("external") instanceof ScalarNode flag) || !isTrue(flag)) {
            return;
        }
        for (Entry entry : volume.entries()) {
            boolean allowed = entry.key().equals("external")
                    || entry.key().equals("name")
                    || entry.key().startsWith("x-");
            if (!allowed) {
                problems.error(entry.keyNode(), path, "'" + entry.key() + "' means nothing to an external volume");
            }
        }
    }

    private static boolean isTrue(ScalarNode flag) {
        return Boolean.TRUE.equals(flag.value()) || "true".equalsIgnoreCase(flag.text());
    }

    private void service(MappingNode service, TreePath path) {
        SequenceNode ports = service.sequence("ports");
        for (int i = 0; ports != null && i < ports.items().size(); i++) {
            if (ports.items().get(i) instanceof MappingNode port && port.get("host_ip") instanceof ScalarNode ip) {
                if (!Patterns.IP_ADDRESS.matcher(ip.text()).matches()
                        && !ip.text().contains("$")) {
                    problems.error(ip, path.key("ports").item(i, port), "'" + ip.text() + "' is no IP address");
                }
            }
        }
        devices(service.sequence("gpus"), path.key("gpus"));
        MappingNode deploy = service.mapping("deploy");
        MappingNode resources = deploy == null ? null : deploy.mapping("resources");
        MappingNode reservations = resources == null ? null : resources.mapping("reservations");
        if (reservations != null) {
            TreePath below =
                    path.key("deploy").key("resources").key("reservations").key("devices");
            devices(reservations.sequence("devices"), below);
        }
        MappingNode develop = service.mapping("develop");
        SequenceNode watch = develop == null ? null : develop.sequence("watch");
        for (int i = 0; watch != null && i < watch.items().size(); i++) {
            Node rule = watch.items().get(i);
            if (rule instanceof MappingNode mapping && "".equals(mapping.string("path"))) {
                problems.error(rule, path.key("develop").key("watch").item(i, rule), "'path' is blank");
            }
        }
    }

    private void devices(@Nullable SequenceNode requests, TreePath path) {
        for (int i = 0; requests != null && i < requests.items().size(); i++) {
            if (!(requests.items().get(i) instanceof MappingNode request)) {
                continue;
            }
            Node count = request.get("count");
            if (count != null && request.has("device_ids")) {
                problems.error(
                        Place.key(request, "device_ids"),
                        path.item(i, request),
                        "'count' and 'device_ids' exclude each other; keep one");
            }
        }
    }
}
