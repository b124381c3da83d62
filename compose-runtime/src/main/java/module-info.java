/** Runs projects on a Docker Engine. */
module io.github.jcompose.runtime {
    requires transitive io.github.jcompose.model;
    requires com.fasterxml.jackson.core;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.apache.httpcomponents.core5.httpcore5.h2;
    requires org.apache.commons.compress;
    requires org.slf4j;
    requires static io.soabase.recordbuilder.core;
    requires static java.compiler;

    exports io.github.jcompose.runtime;
    exports io.github.jcompose.runtime.error;
    exports io.github.jcompose.runtime.event;
    exports io.github.jcompose.runtime.inspect;
    exports io.github.jcompose.runtime.plan;
    exports io.github.jcompose.runtime.engine.auth to
            io.github.jcompose.cli;
    exports io.github.jcompose.runtime.session;
    exports io.github.jcompose.runtime.swarm;
}
