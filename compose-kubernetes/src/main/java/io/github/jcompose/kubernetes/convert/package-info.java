/** Turns the parts of a project into Kubernetes objects. */
@NullMarked
package io.github.jcompose.kubernetes.convert;

import org.jspecify.annotations.NullMarked;
