package io.github.jcompose.runtime.engine;

import java.net.URI;

/**
 * What the first answer of an engine tells ({@code GET /_ping}).
 *
 * @param host where it was reached
 * @param apiVersion the version that both sides speak
 * @param osType {@code linux} or {@code windows}; empty if not told
 * @param server name and version, such as {@code Docker/20.10.24 (linux)}; empty if not told
 * @param builderVersion {@code 2} if the engine prefers BuildKit, {@code 1} otherwise; empty if not told
 * @param experimental whether its experimental features are on
 */
public record EngineInfo(
        URI host, ApiVersion apiVersion, String osType, String server, String builderVersion, boolean experimental) {}
