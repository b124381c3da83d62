/** Projects as Kubernetes manifests. */
module io.github.jcompose.kubernetes {
    requires transitive io.github.jcompose.model;
    requires com.fasterxml.jackson.databind;
    requires kubernetes.model.apps;
    requires kubernetes.model.autoscaling;
    requires kubernetes.model.batch;
    requires kubernetes.model.core;
    requires kubernetes.model.networking;
    requires kubernetes.model.rbac;
    requires org.snakeyaml.engine;

    exports io.github.jcompose.kubernetes;
    exports io.github.jcompose.kubernetes.diff;
    exports io.github.jcompose.kubernetes.manifest;
}
