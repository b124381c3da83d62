/** Writes and reads the YAML that Kubernetes tools read. */
@NullMarked
package io.github.jcompose.kubernetes.yaml;

import org.jspecify.annotations.NullMarked;
