package io.github.jcompose.loader.bind;

import io.github.jcompose.model.AttributeKeys;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the binder has to know of a record class, found once. */
final class RecordShape {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Constructor<?> constructor;
    private final List<Component> components;
    private final Map<String, Component> byKey = new HashMap<>();
    private final @Nullable Component extensions;
    private final @Nullable Object[] defaults;

    /**
     * A component of a record.
     *
     * @param nullableItems whether values of the map may be null
     */
    record Component(int index, String key, Target target, boolean nullableItems) {}

    private RecordShape(Class<?> type) {
        try {
            RecordComponent[] all = type.getRecordComponents();
            constructor = type.getConstructor(
                    Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
            components = IntStream.range(0, all.length)
                    .mapToObj(i -> component(i, all[i]))
                    .toList();
            components.forEach(component -> byKey.put(component.key(), component));
            extensions = byKey.get("extensions");
            defaults = defaults(type, all);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not a record of the model: " + type, e);
        }
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static Component component(int index, RecordComponent component) {
        String key = AttributeKeys.isAttribute(component) ? AttributeKeys.keyOf(component) : "";
        return new Component(
                index, key, Target.of(component.getGenericType()), hasNullableItems(component.getAnnotatedType()));
    }

    private static boolean hasNullableItems(AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType parameterized)) {
            return false;
        }
        AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
        return arguments[arguments.length - 1].isAnnotationPresent(Nullable.class);
    }

    /** What an untouched builder gives is what holds for an attribute that is not there. */
    private static @Nullable Object[] defaults(Class<?> type, RecordComponent[] components)
            throws ReflectiveOperationException {
        Object builder = type.getMethod("builder").invoke(null);
        Method build = builder.getClass().getMethod("build");
        Object instance = build.invoke(builder);
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getAccessor().invoke(instance);
        }
        return values;
    }

    @Nullable
    Component component(String key) {
        return byKey.get(key);
    }

    /** {@return what takes the {@code x-} keys; null if the record has none} */
    @Nullable
    Component extensions() {
        return extensions;
    }

    @Nullable
    Object[] newValues() {
        return defaults.clone();
    }

    Object create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot create " + constructor.getDeclaringClass(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + constructor.getDeclaringClass(), e);
        }
    }
}
