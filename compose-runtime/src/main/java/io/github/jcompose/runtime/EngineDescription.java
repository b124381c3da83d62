package io.github.jcompose.runtime;

/**
 * The engine behind a connection.
 *
 * @param name what it calls itself, such as {@code Docker Engine - Community}; {@code Docker Engine} if it does not say
 * @param version its own version, such as {@code 20.10.24}
 * @param apiVersion the version of the API that both sides speak
 * @param platform its operating system and architecture, such as {@code linux/amd64}
 * @param address where it was reached
 */
public record EngineDescription(String name, String version, String apiVersion, String platform, String address) {}
