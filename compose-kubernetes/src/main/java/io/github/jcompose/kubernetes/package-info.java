/** Projects as Kubernetes manifests; so far, how their objects are named. */
@NullMarked
package io.github.jcompose.kubernetes;

import org.jspecify.annotations.NullMarked;
