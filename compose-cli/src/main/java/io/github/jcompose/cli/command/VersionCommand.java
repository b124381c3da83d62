package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** Tells the version. */
final class VersionCommand implements Command {
    private static final Flag FORMAT = Flag.ofText("format", "FORMAT", "How to print it (\"pretty\"|\"json\")")
            .orLetter('f');
    private static final Flag SHORT = Flag.ofSwitch("short", "Print the number alone");

    @Override
    public Synopsis synopsis() {
        return new Synopsis("version", "", "Show the version of jcompose", FlagSet.of(FORMAT, SHORT));
    }

    @Override
    public int run(Invocation call) {
        String version = version();
        String format = call.arguments().text(FORMAT);
        if (call.arguments().is(SHORT)) {
            call.out().println(version);
        } else if ("json".equals(format)) {
            call.out().println(Json.compact(Map.of("version", "v" + version)));
        } else if (format == null || format.equals("pretty")) {
            call.out().println("jcompose version v" + version);
        } else {
            throw new UsageException("invalid --format \"" + format + "\": expected pretty or json");
        }
        return 0;
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream resource = VersionCommand.class.getResourceAsStream("version.properties")) {
            properties.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
