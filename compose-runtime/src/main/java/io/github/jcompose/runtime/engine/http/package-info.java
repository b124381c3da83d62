/** HTTP/1.1 to an engine over Unix sockets, TCP, TLS and ssh. */
@NullMarked
package io.github.jcompose.runtime.engine.http;

import org.jspecify.annotations.NullMarked;
