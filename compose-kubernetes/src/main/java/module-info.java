/** Projects as Kubernetes manifests. */
module io.github.jcompose.kubernetes {
    requires transitive io.github.jcompose.model;

    exports io.github.jcompose.kubernetes;
}
