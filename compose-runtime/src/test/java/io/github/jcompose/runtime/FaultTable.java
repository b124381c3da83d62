package io.github.jcompose.runtime;

import io.github.jcompose.runtime.testing.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what came of harm done to calls, as a table in Markdown. */
final class FaultTable {
    private final Map<HarmedCommand, Map<String, Map<Fault, String>>> results = new TreeMap<>();
    private final Set<HarmedCommand> ended = EnumSet.noneOf(HarmedCommand.class);

    /** Adds rows for the calls of a command, in this order. */
    synchronized void begin(HarmedCommand command, List<String> calls) {
        Map<String, Map<Fault, String>> rows = results.computeIfAbsent(command, k -> new LinkedHashMap<>());
        calls.forEach(call -> rows.put(call, new TreeMap<>()));
    }

    synchronized void add(HarmedCommand command, String call, Fault fault, String result) {
        results.computeIfAbsent(command, k -> new LinkedHashMap<>())
                .computeIfAbsent(call, k -> new TreeMap<>())
                .put(fault, result);
    }

    /** Notes that all is there of a command. */
    synchronized void end(HarmedCommand command) {
        ended.add(command);
    }

    /** {@return whether all is there of every command} */
    synchronized boolean isWhole() {
        return ended.size() == HarmedCommand.values().length;
    }

    synchronized String render(Collection<Fault> faults) {
        StringBuilder text = new StringBuilder("| command | call |");
        faults.forEach(fault -> text.append(' ').append(fault).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(faults.size())).append('\n');
        results.forEach((command, calls) -> calls.forEach((call, outcomes) -> {
            String words = command.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            text.append("| ")
                    .append(words)
                    .append(" | ")
                    .append(call.replace(" #1", ""))
                    .append(" |");
            faults.forEach(fault -> text.append(' ')
                    .append(outcomes.getOrDefault(fault, "not reached"))
                    .append(" |"));
            text.append('\n');
        }));
        return text.toString();
    }

    void write(Path file, List<Fault> faults) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, render(faults));
    }
}
