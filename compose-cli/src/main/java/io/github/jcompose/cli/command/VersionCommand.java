package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.table.RowFormat;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.EngineDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Tells the version. */
public final class VersionCommand implements Command {
    private static final Flag FORMAT = Flag.ofText("format", "FORMAT", "How to print it (\"pretty\"|\"json\"|TEMPLATE)")
            .orLetter('f');
    private static final Flag SHORT = Flag.ofSwitch("short", "Print the number alone");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "version", "", "Show the versions of jcompose, Java and the engine", FlagSet.of(FORMAT, SHORT));
    }

    @Override
    public boolean asksEngine(Arguments arguments) {
        return !arguments.is(SHORT);
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
            call.out().println("Java:    " + Runtime.version() + ", " + System.getProperty("java.vendor"));
            call.out().println("Engine:  " + engine(call));
        } else if (format.contains("{{")) {
            call.out()
                    .print(RowFormat.parse(format, Map.of("Version", "VERSION"))
                            .render(List.of(Map.of("Version", "v" + version))));
        } else {
            throw new UsageException(
                    "invalid --format \"" + format + "\": expected pretty, json, or a template such as '{{.Version}}'");
        }
        return 0;
    }

    private static String engine(Invocation call) {
        try (Compose compose = call.connect()) {
            EngineDescription engine = compose.engine();
            return engine.name() + " " + engine.version() + ", API " + engine.apiVersion() + ", " + engine.platform()
                    + ", at " + engine.address();
        } catch (ComposeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** {@return the version of jcompose, such as {@code 1.2.0}} */
    public static String version() {
        // The jar's manifest is read by then anyway, and to open a resource of it takes a tenth of the command's time.
        String packaged = VersionCommand.class.getPackage().getImplementationVersion();
        return packaged == null ? unpackaged() : packaged;
    }

    private static String unpackaged() {
        Properties properties = new Properties();
        try (InputStream resource = VersionCommand.class.getResourceAsStream("version.properties")) {
            properties.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
