/** Compose files to the model. */
module io.github.jcompose.loader {
    requires transitive io.github.jcompose.model;
    requires com.fasterxml.jackson.core;
    requires java.net.http;
    requires org.slf4j;
    requires org.snakeyaml.engine;

    exports io.github.jcompose.loader;
    exports io.github.jcompose.loader.limits;
    exports io.github.jcompose.loader.output;
    exports io.github.jcompose.loader.problem;
    exports io.github.jcompose.loader.publish;
    exports io.github.jcompose.loader.remote;
}
