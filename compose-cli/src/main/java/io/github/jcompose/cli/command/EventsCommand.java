package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.log.OutputClosedException;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.EventsOptions;
import io.github.jcompose.runtime.inspect.Feed;
import io.github.jcompose.runtime.inspect.ServiceEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what happens to containers, as it happens. */
final class EventsCommand implements Command {
    private static final Flag JSON = Flag.ofSwitch("json", "Print each event as a JSON object in a line");
    private static final Flag SINCE =
            Flag.ofText("since", "TIME", "Begin with a time (2026-01-31T12:00:00Z) or a duration ago (10m)");
    private static final Flag UNTIL = Flag.ofText("until", "TIME", "End with a time or a duration ago");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "events", "[SERVICE...]", "Tell what happens to containers", FlagSet.of(JSON, SINCE, UNTIL));
    }

    @Override
    public int run(Invocation call) {
        Selection selection = Selection.of(call);
        EventsOptions options = EventsOptions.builder()
                .services(selection.services())
                .since(call.arguments().text(SINCE))
                .until(call.arguments().text(UNTIL))
                .build();
        boolean json = call.arguments().is(JSON);
        try (Compose compose = call.connect();
                Feed<ServiceEvent> events = compose.events(selection.name(), options)) {
            events.forEach(event -> {
                call.out().println(json ? Json.compact(object(event)) : text(event));
                if (call.out().checkError()) {
                    throw new OutputClosedException();
                }
            });
        }
        return 0;
    }

    /** With an empty line behind it, as scripts that read the output of docker compose know it. */
    private static String text(ServiceEvent event) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
        String attributes = event.attributes().entrySet().stream()
                .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                .collect(Collectors.joining(", "));
        return time.format(event.time().atZone(ZoneId.systemDefault())) + " container " + event.action() + " "
                + event.id() + " (" + attributes + ")\n";
    }

    private static Map<String, Object> object(ServiceEvent event) {
        Map<String, Object> object = new TreeMap<>();
        object.put("action", event.action());
        object.put("attributes", event.attributes());
        object.put("id", event.id());
        object.put("service", event.service());
        object.put("time", rfc3339(event.time()));
        object.put("type", "container");
        return object;
    }

    private static String rfc3339(Instant time) {
        return new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendOffset("+HH:MM", "Z")
                .toFormatter(Locale.ROOT)
                .format(time.atZone(ZoneId.systemDefault()));
    }
}
