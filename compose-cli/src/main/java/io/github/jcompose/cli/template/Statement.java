package io.github.jcompose.cli.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template. */
sealed interface Statement {
    /** What is copied as it is. */
    record Text(String text) implements Statement {}

    /** A value that is printed. */
    record Output(Expression value) implements Statement {}

    /**
     * A variable that gets a value.
     *
     * @param declares whether it is a new one
     */
    record Assignment(int position, String name, boolean declares, Expression value) implements Statement {}

    /**
     * {@code if} or {@code with}.
     *
     * @param with whether the value becomes the dot
     * @param variable that gets the value; null for none
     */
    record Condition(
            boolean with,
            @Nullable Assignment variable,
            Expression value,
            List<Statement> then,
            List<Statement> otherwise)
            implements Statement {}

    /**
     * {@code range}.
     *
     * @param key the variable for the index or key; null for none
     * @param item the variable for the item; null for none
     * @param declares whether they are new ones
     * @param otherwise for a list without items
     */
    record Range(
            int position,
            @Nullable String key,
            @Nullable String item,
            boolean declares,
            Expression value,
            List<Statement> body,
            List<Statement> otherwise)
            implements Statement {}

    /** {@code break} or {@code continue}. */
    record Jump(boolean ends) implements Statement {}
}
