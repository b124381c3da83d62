/** Reports of what is wrong with files, for people and for programs. */
@NullMarked
package io.github.jcompose.cli.report;

import org.jspecify.annotations.NullMarked;
