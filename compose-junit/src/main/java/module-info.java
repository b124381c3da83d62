/** JUnit Jupiter extension for compose environments. */
module io.github.jcompose.junit {
    requires transitive io.github.jcompose.loader;
    requires transitive io.github.jcompose.runtime;
    requires transitive org.junit.jupiter.api;

    exports io.github.jcompose.junit;
}
