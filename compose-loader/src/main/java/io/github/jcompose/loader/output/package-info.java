/** Writes projects as {@code docker compose config} prints them: canonical YAML and JSON, and the lists. */
@NullMarked
package io.github.jcompose.loader.output;

import org.jspecify.annotations.NullMarked;
