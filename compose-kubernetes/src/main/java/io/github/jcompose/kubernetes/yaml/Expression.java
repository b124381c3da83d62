package io.github.jcompose.kubernetes.yaml;

/**
 * A value that a template engine computes; written as it is, without quotes.
 *
 * @param text such as <code>{{ .Values.image }}</code>
 */
public record Expression(String text) {}
