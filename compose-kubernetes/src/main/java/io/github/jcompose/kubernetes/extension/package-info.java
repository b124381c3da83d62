/** The {@code x-kubernetes} extension of compose files. */
@NullMarked
package io.github.jcompose.kubernetes.extension;

import org.jspecify.annotations.NullMarked;
