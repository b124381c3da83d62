package io.github.jcompose.loader.interpolation;

/**
 * One place where a template names a variable.
 *
 * @param name the variable
 * @param offset where its {@code $} stands, in characters from the start of the text
 * @param required whether the load fails without a value ({@code ${NAME:?message}} and {@code ${NAME?message}})
 * @param defaultValue what stands for it if it has no value, as written; empty for none
 * @param alternateValue what stands for it if it has a value, as written; empty for none
 */
public record VariableUse(String name, int offset, boolean required, String defaultValue, String alternateValue) {}
