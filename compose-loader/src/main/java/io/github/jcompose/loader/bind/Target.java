package io.github.jcompose.loader.bind;

import io.github.jcompose.loader.tree.Node;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a component of a record, or an item of one, is made of; told once for each record class. */
sealed interface Target {
    /** {@return the target of a type that the model uses} */
    static Target of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == List.class
                    ? new ListOf(of(arguments[0]))
                    : new MapOf(of(arguments[1]));
        }
        Class<?> target = (Class<?>) type;
        Scalars.Kind kind = Scalars.kind(target);
        return kind == null ? new RecordOf(target) : new Value(kind);
    }

    /** A list. */
    record ListOf(Target item) implements Target {}

    /** A map with string keys. */
    record MapOf(Target item) implements Target {}

    /** A value that is read as one. */
    record Value(Scalars.Kind kind) implements Target {
        @Nullable
        Object read(Node node) {
            return Scalars.isNull(node) ? null : Scalars.read(kind, node);
        }
    }

    /** A record with attributes. */
    record RecordOf(Class<?> type) implements Target {}
}
