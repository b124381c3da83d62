package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.Compose;
import java.util.List;
import java.util.Locale;

/** Tells where a port of a service is published. */
final class PortCommand implements Command {
    private static final Flag INDEX =
            Flag.ofNumber("index", "NUM", "The number of the container, if the service has several");
    private static final Flag PROTOCOL = Flag.ofText("protocol", "PROTOCOL", "tcp (the default), udp or sctp");
    private static final int HIGHEST = 65535;

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "port",
                "SERVICE PRIVATE_PORT",
                "Tell where a port of a service is published",
                FlagSet.of(INDEX, PROTOCOL));
    }

    @Override
    public int run(Invocation call) {
        List<String> words = call.arguments().rest();
        if (words.size() != 2) {
            throw new UsageException("\"port\" needs a service and a port of its containers");
        }
        String text = words.get(1);
        int slash = text.indexOf('/');
        String flag = call.arguments().text(PROTOCOL);
        String protocol =
                (slash >= 0 ? text.substring(slash + 1) : flag == null ? "tcp" : flag).toLowerCase(Locale.ROOT);
        if (!List.of("tcp", "udp", "sctp").contains(protocol)) {
            throw new UsageException("unknown protocol \"" + protocol + "\": expected tcp, udp or sctp");
        }
        int port = port(slash < 0 ? text : text.substring(0, slash));
        Integer index = call.arguments().number(INDEX);
        Selection selection = Selection.of(call, List.of());
        try (Compose compose = call.connect()) {
            call.out().println(compose.port(selection.name(), words.get(0), index == null ? 0 : index, port, protocol));
        }
        return 0;
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST) {
            throw new UsageException("invalid port \"" + text + "\": expected a number from 1 to " + HIGHEST);
        }
        return port;
    }
}
