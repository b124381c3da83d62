/** The jcompose command. */
module io.github.jcompose.cli {
    requires io.github.jcompose.kubernetes;
    requires io.github.jcompose.loader;
    requires io.github.jcompose.runtime;
    requires org.slf4j;
    requires static org.jspecify;
}
