/** The model of the Compose Specification. */
module io.github.jcompose.model {
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires static io.soabase.recordbuilder.core;
    requires static java.compiler;

    exports io.github.jcompose.model;
    exports io.github.jcompose.model.digest to
            io.github.jcompose.loader,
            io.github.jcompose.runtime;
    exports io.github.jcompose.model.failure to
            io.github.jcompose.loader,
            io.github.jcompose.runtime,
            io.github.jcompose.kubernetes,
            io.github.jcompose.cli;
    exports io.github.jcompose.model.json to
            io.github.jcompose.loader,
            io.github.jcompose.runtime,
            io.github.jcompose.kubernetes,
            io.github.jcompose.cli;
}
