package io.github.jcompose.loader.bind;

import io.github.jcompose.model.AttributeKeys;
import io.github.jcompose.model.BindOptions;
import io.github.jcompose.model.Build;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.EnvFile;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Service;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the binder has to know of a record class, found once. */
final class RecordShape {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    // What annotations and builders say, which take most of the time that a load of a small file needs at first.
    private static final Map<Class<?>, Set<String>> NULLABLE_ITEMS = Map.of(
            Build.class, Set.of("args"),
            Hook.class, Set.of("environment"),
            Service.class, Set.of("environment", "models", "networks"));
    private static final Map<Class<?>, String> TRUE_BY_DEFAULT = Map.of(
            BindOptions.class, "createHostPath",
            Dependency.class, "required",
            EnvFile.class, "required");

    private final Constructor<?> constructor;
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
        RecordComponent[] all = type.getRecordComponents();
        Class<?>[] types = new Class<?>[all.length];
        Set<String> nullable = NULLABLE_ITEMS.getOrDefault(type, Set.of());
        defaults = new @Nullable Object[all.length];
        for (int i = 0; i < all.length; i++) {
            RecordComponent component = all[i];
            String name = component.getName();
            types[i] = component.getType();
            defaults[i] = zero(types[i], name.equals(TRUE_BY_DEFAULT.get(type)));
            String key = AttributeKeys.isAttribute(component) ? AttributeKeys.keyOf(component) : "";
            Target target = Target.of(component.getGenericType());
            byKey.put(key, new Component(i, key, target, nullable.contains(name)));
        }
        extensions = byKey.get("extensions");
        try {
            constructor = type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("not a record of the model: " + type, e);
        }
    }

    /** {@return what an untouched builder gives the constructor, which holds for an attribute that is not there} */
    private static @Nullable Object zero(Class<?> type, boolean flag) {
        if (!type.isPrimitive()) {
            return null;
        }
        if (type == boolean.class) {
            return flag;
        }
        if (type == float.class) {
            return 0f;
        }
        return type == int.class ? (Object) 0 : (Object) 0L;
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
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
