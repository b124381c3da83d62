package io.github.jcompose.cli.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that has a value. */
sealed interface Expression {
    /** {@return where in the template it begins} */
    int position();

    /** A text, number, truth value or nil. */
    record Literal(int position, @Nullable Object value) implements Expression {}

    /** What the block is about. */
    record Dot(int position) implements Expression {}

    /** A variable; {@code $} alone is what the template is applied to. */
    record Variable(int position, String name) implements Expression {}

    /** A field, with arguments if it is a method. */
    record Field(int position, Expression of, String name, List<Expression> arguments) implements Expression {}

    /** A function and its arguments, the piped one last. */
    record Call(int position, String function, List<Expression> arguments) implements Expression {}
}
