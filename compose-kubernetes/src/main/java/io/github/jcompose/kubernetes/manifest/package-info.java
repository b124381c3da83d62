/** Kubernetes objects as plain trees, and what a conversion has to say about them. */
@NullMarked
package io.github.jcompose.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
