package io.github.jcompose.loader.output;

/**
 * A variable that a compose file names.
 *
 * @param name its name
 * @param required whether the file cannot be loaded without it
 * @param defaultValue what stands for it where it has no value, as written; empty for none
 * @param alternateValue what stands for it where it has a value, as written; empty for none
 */
public record ProjectVariable(String name, boolean required, String defaultValue, String alternateValue) {}
