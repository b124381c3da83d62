/** Compares manifests with a folder of others. */
@NullMarked
package io.github.jcompose.kubernetes.diff;

import org.jspecify.annotations.NullMarked;
