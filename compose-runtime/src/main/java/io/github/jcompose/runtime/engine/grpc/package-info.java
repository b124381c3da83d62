/** Calls and serves gRPC methods over a connection that the engine has turned over. */
@NullMarked
package io.github.jcompose.runtime.engine.grpc;

import org.jspecify.annotations.NullMarked;
