/** Samples what containers use of CPU, memory, network and disks. */
@NullMarked
package io.github.jcompose.runtime.stats;

import org.jspecify.annotations.NullMarked;
