/** Arranges manifests in files: plain, for Kustomize, as a Helm chart. */
@NullMarked
package io.github.jcompose.kubernetes.layout;

import org.jspecify.annotations.NullMarked;
