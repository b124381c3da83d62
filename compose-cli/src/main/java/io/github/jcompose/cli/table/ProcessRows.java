package io.github.jcompose.cli.table;

import io.github.jcompose.runtime.inspect.ContainerProcesses;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lists processes as {@code docker compose top} does: all columns of all containers, the command last. */
public final class ProcessRows {
    private static final String COMMAND = "CMD";
    private static final String MISSING = "-";

    private ProcessRows() {}

    /** {@return a table with a line for each process} */
    public static String table(List<ContainerProcesses> containers) {
        Set<String> titles = new LinkedHashSet<>();
        containers.forEach(container -> titles.addAll(container.titles()));
        if (titles.remove(COMMAND)) {
            titles.add(COMMAND);
        }
        List<String> heading = new ArrayList<>(List.of("SERVICE", "#"));
        heading.addAll(titles);
        Table table = new Table(4, 2, heading.toArray(String[]::new));
        for (ContainerProcesses container : containers) {
            String number = container.number() == 0 ? MISSING : Integer.toString(container.number());
            for (List<String> process : container.processes()) {
                List<String> row = new ArrayList<>(List.of(container.service(), number));
                for (String title : titles) {
                    int column = container.titles().indexOf(title);
                    row.add(column < 0 || column >= process.size() ? MISSING : process.get(column));
                }
                table.add(row.toArray(String[]::new));
            }
        }
        return table.render();
    }
}
