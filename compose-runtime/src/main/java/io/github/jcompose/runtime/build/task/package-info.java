/** What a builder is asked to do, and how it tells of it. */
@NullMarked
package io.github.jcompose.runtime.build.task;

import org.jspecify.annotations.NullMarked;
