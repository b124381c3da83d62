/** Credentials for image registries, from the user's docker configuration. */
@NullMarked
package io.github.jcompose.runtime.engine.auth;

import org.jspecify.annotations.NullMarked;
