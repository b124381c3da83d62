package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.progress.ProgressView;
import io.github.jcompose.cli.terminal.AnsiMode;
import io.github.jcompose.cli.terminal.Signals;
import io.github.jcompose.cli.terminal.Surroundings;
import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.event.ComposeListener;
import io.github.jcompose.runtime.plan.Plan;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command.
 *
 * @param global the flags before the command
 * @param arguments the flags and arguments of the command
 * @param surroundings the streams and variables
 * @param ansi whether escape sequences may be written
 * @param view shows progress and warnings
 * @param signals tells of Ctrl-C
 */
public record Invocation(
        Arguments global,
        Arguments arguments,
        Surroundings surroundings,
        AnsiMode ansi,
        ProgressView view,
        Signals signals) {

    PrintStream out() {
        return surroundings.out();
    }

    boolean coloursOnOutput() {
        return ansi.allows(surroundings.terminal().hasOutput());
    }

    /** {@return the project, narrowed to the services that are named and what they depend on} */
    Project project(List<String> services) {
        return projects().load(services);
    }

    ComposeLoader.Builder loader(List<String> services) {
        return projects().loader(services);
    }

    List<Path> envFiles() {
        return projects().envFiles();
    }

    /** {@return a connection whose events go to the view, on which nothing takes effect in a dry run; to be closed} */
    Compose connect(String project) {
        Compose compose = connect();
        return isDryRun() ? compose.dryRun(project) : compose;
    }

    /** Shows what would be done. */
    int show(Plan plan) {
        out().println(view.isForPrograms() ? plan.toJson() : plan.toTree());
        return 0;
    }

    /** {@return a connection whose events go to the view; to be closed} */
    Compose connect() {
        return connect(view);
    }

    /** {@return a connection whose events go to that listener; to be closed} */
    Compose connect(ComposeListener listener) {
        return Compose.connect(engineAddress()
                .options()
                .parallel(parallel())
                .listener(listener)
                .build());
    }

    /** {@return which engine is meant, and with which settings} */
    EngineAddress engineAddress() {
        return new EngineAddress(global, surroundings);
    }

    /** {@return whether a variable says yes, in the process or in the project's {@code .env}} */
    boolean isSet(String variable, @Nullable Project project) {
        String value = surroundings.environment().get(variable);
        if (value == null && project != null) {
            value = project.environment().get(variable);
        }
        return value != null && Surroundings.isYes(value);
    }

    /** {@return what stands between the parts of container names} */
    String separator(Project project) {
        return global.is(GlobalFlags.COMPATIBILITY) || isSet("COMPOSE_COMPATIBILITY", project) ? "_" : "-";
    }

    /** {@return whether the user agrees} */
    boolean confirm(String question) {
        return new Prompt(surroundings).confirm(question);
    }

    /** Refuses a dry run by a command that has none. */
    void rejectDryRun(String command) {
        if (isDryRun()) {
            throw new UsageException("--dry-run is not there yet for '" + command
                    + "'; it is for the commands that change containers, networks, volumes or images");
        }
    }

    boolean isDryRun() {
        return global.is(GlobalFlags.DRY_RUN) || arguments.is(GlobalFlags.DRY_RUN);
    }

    private int parallel() {
        Integer flag = global.number(GlobalFlags.PARALLEL);
        if (flag != null) {
            return Math.max(0, flag);
        }
        String variable = surroundings.variable("COMPOSE_PARALLEL_LIMIT");
        try {
            return variable.isEmpty() ? 0 : Math.max(0, Integer.parseInt(variable));
        } catch (NumberFormatException e) {
            throw new UsageException("COMPOSE_PARALLEL_LIMIT must be an integer (found: \"" + variable + "\")");
        }
    }

    Projects projects() {
        return new Projects(global, surroundings, problem -> view.warn(problem.render()));
    }
}
