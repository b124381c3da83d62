package io.github.jcompose.cli.progress;

/** Names of the steps of a build as people see them: with the service, since several builds may run. */
final class StepName {
    private StepName() {}

    /** {@return such as {@code [web 2/5] RUN make}} */
    static String of(String service, String name) {
        String text = name.startsWith("[") ? name.substring(1) : "build] " + name;
        return "[" + service + " " + text.replace('\n', ' ');
    }
}
