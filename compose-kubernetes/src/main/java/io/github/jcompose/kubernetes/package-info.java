/** Compose projects as Kubernetes manifests. */
@NullMarked
package io.github.jcompose.kubernetes;

import org.jspecify.annotations.NullMarked;
