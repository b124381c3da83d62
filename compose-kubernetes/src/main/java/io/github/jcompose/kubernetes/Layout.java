package io.github.jcompose.kubernetes;

/** How manifests are arranged in files. */
public enum Layout {
    /** One file for each object. */
    YAML,
    /** One file with all objects. */
    STREAM,
    /** A base and an overlay for Kustomize. */
    KUSTOMIZE,
    /** A Helm chart whose values are images, replicas, resources, storage and secrets. */
    HELM
}
