package io.github.jcompose.loader.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.AttributeKeys;
import io.github.jcompose.model.Project;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordShapeTest {
    static Set<Class<?>> records() {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(Project.class, found);
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType parameterized) {
            Stream.of(parameterized.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof Class<?> record
                && record.isRecord()
                && Scalars.kind(record) == null
                && found.add(record)) {
            Stream.of(record.getRecordComponents())
                    .filter(AttributeKeys::isAttribute)
                    .forEach(component -> collect(component.getGenericType(), found));
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void makesOfNothingWhatAnUntouchedBuilderMakes(Class<?> type) throws ReflectiveOperationException {
        Object builder = Objects.requireNonNull(type.getMethod("builder").invoke(null));
        RecordShape shape = RecordShape.of(type);

        assertThat(shape.create(shape.newValues()))
                .isEqualTo(builder.getClass().getMethod("build").invoke(builder));
    }

    @ParameterizedTest
    @MethodSource("records")
    void knowsWhichMapsHaveNullValues(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = AttributeKeys.keyOf(component);
            if (AttributeKeys.isAttribute(component) && !key.equals("extensions")) {
                RecordShape.Component known =
                        Objects.requireNonNull(RecordShape.of(type).component(key));
                assertThat(known.nullableItems()).as(key).isEqualTo(hasNullableItems(component.getAnnotatedType()));
            }
        }
    }

    private static boolean hasNullableItems(AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType parameterized)) {
            return false;
        }
        AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
        return arguments[arguments.length - 1].isAnnotationPresent(Nullable.class);
    }
}
