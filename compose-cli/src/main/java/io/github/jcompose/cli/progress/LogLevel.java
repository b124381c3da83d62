package io.github.jcompose.cli.progress;

import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.event.ComposeEvent;
import org.jspecify.annotations.Nullable;

/** Which messages {@code --log-level} lets through. Errors always are. */
public enum LogLevel {
    ALL,
    ERRORS;

    /**
     * {@return the level of that name}
     *
     * @param flag as docker spells it; null if it was not given
     * @throws UsageException for another name
     */
    public static LogLevel of(@Nullable String flag) {
        if (flag == null) {
            return ALL;
        }
        return switch (flag) {
            case "debug", "info", "warn" -> ALL;
            case "error", "fatal" -> ERRORS;
            default ->
                throw new UsageException(
                        "unable to parse logging level: " + flag + "; expected debug, info, warn, error or fatal");
        };
    }

    /** {@return the view, or one that shows no warnings} */
    public ProgressView of(ProgressView view) {
        return this == ALL ? view : new WithoutWarnings(view);
    }

    private record WithoutWarnings(ProgressView view) implements ProgressView {
        @Override
        public void on(ComposeEvent event) {
            if (!(event instanceof ComposeEvent.Warning)) {
                view.on(event);
            }
        }

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {
            view.error(message);
        }

        @Override
        public void tell(String message) {
            view.tell(message);
        }

        @Override
        public boolean isForPrograms() {
            return view.isForPrograms();
        }

        @Override
        public void shareScreen() {
            view.shareScreen();
        }

        @Override
        public void close() {
            view.close();
        }
    }
}
