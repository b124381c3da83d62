package io.github.jcompose.cli.template;

/** Something is wrong with a template, or does not go with what it is applied to. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;

    TemplateException(int position, String message) {
        super(message + " (at character " + (position + 1) + " of the template)");
        this.position = position;
    }

    /** {@return where, counted in characters from 0} */
    public int position() {
        return position;
    }
}
