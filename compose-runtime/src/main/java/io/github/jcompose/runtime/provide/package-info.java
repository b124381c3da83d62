/** What services get from programs beside the engine: providers, models, the user's credentials. */
@NullMarked
package io.github.jcompose.runtime.provide;

import org.jspecify.annotations.NullMarked;
