package io.github.jcompose.cli.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field that takes arguments, such as {@code .Label "key"}. */
@FunctionalInterface
public interface Method {
    /**
     * {@return its value}
     *
     * @throws IllegalArgumentException if the arguments are not what it expects
     */
    @Nullable
    Object call(List<@Nullable Object> arguments);
}
