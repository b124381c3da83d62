package io.github.jcompose.runtime.engine.http;

import java.util.function.BooleanSupplier;

/**
 * How long each wait for the engine may take.
 *
 * @param millis 0 for no limit
 * @param orElse asked when that time is over; true to wait as long again
 */
record Limit(int millis, BooleanSupplier orElse) {}
