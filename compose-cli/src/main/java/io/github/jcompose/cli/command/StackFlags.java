package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.loader.ComposeLoader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the commands for stacks have in common. */
final class StackFlags {
    static final Flag COMPOSE_FILE = Flag.ofList("compose-file", "FILE", "Compose file, or \"-\" for standard input")
            .orLetter('c');
    static final Flag DETACH = Flag.ofSwitch("detach", "Do not wait until it has come about (default: true)")
            .orLetter('d');
    static final Flag FILTER =
            Flag.ofList("filter", "KEY=VALUE", "Only what matches").orLetter('f');
    static final Flag FORMAT =
            Flag.ofText("format", "FORMAT", "How to print it: \"table\", \"json\" or a template such as \"{{.Name}}\"");
    static final Flag NO_RESOLVE = Flag.ofSwitch("no-resolve", "Show ids in place of names");
    static final Flag NO_TRUNC = Flag.ofSwitch("no-trunc", "Do not shorten anything");
    static final Flag QUIET = Flag.ofSwitch("quiet", "Print the ids alone").orLetter('q');

    private static final String OBSOLETE_VERSION = "the attribute `version` is obsolete";

    private StackFlags() {}

    /** {@return the one argument, the name of a stack} */
    static String stack(Invocation call, String command) {
        List<String> rest = call.arguments().rest();
        if (rest.size() != 1) {
            throw new UsageException("'jcompose stack " + command + "' requires 1 argument, the name of the stack");
        }
        return rest.get(0);
    }

    /** {@return a loader of the files that {@code -c} names, else of those of the project} */
    static ComposeLoader.Builder loader(Invocation call) {
        ComposeLoader.Builder loader = call.loader(List.of()).warnings(problem -> {
            // Files for stacks have that attribute; the docker command would refuse many of them without it.
            if (!problem.message().startsWith(OBSOLETE_VERSION)) {
                call.view().warn(problem.render());
            }
        });
        List<String> files = new ArrayList<>();
        for (String file : call.arguments().list(COMPOSE_FILE)) {
            // A comma separates files, unless it belongs to the name of one.
            boolean one = !file.contains(",")
                    || Files.exists(call.surroundings().directory().resolve(file));
            files.addAll(one ? List.of(file) : Arrays.asList(file.split(",")));
        }
        return files.isEmpty() ? loader : loader.files(files);
    }

    static Map<String, List<String>> filters(Invocation call, List<String> known) {
        Map<String, List<String>> filters = new TreeMap<>();
        for (String filter : call.arguments().list(FILTER)) {
            int equals = filter.indexOf('=');
            String key = equals < 0 ? filter : filter.substring(0, equals);
            if (equals < 1 || !known.contains(key)) {
                throw new UsageException("invalid --filter \"" + filter + "\": expected KEY=VALUE with one of the keys "
                        + String.join(", ", known));
            }
            filters.computeIfAbsent(key, any -> new ArrayList<>()).add(filter.substring(equals + 1));
        }
        return filters;
    }

    static String format(Invocation call) {
        String format = call.arguments().text(FORMAT);
        return format == null ? "" : format;
    }

    static boolean detach(Invocation call) {
        return !call.arguments().given(DETACH) || call.arguments().is(DETACH);
    }
}
