package io.github.jcompose.runtime.create;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction, without fields that say nothing. */
public final class Fields {
    private final Map<String, @Nullable Object> map = new LinkedHashMap<>();

    /** Sets a field unless the value is null, false, zero or empty. */
    public Fields put(String name, @Nullable Object value) {
        return isEmpty(value) ? this : always(name, value);
    }

    /** Sets a field whatever the value. */
    public Fields always(String name, @Nullable Object value) {
        map.put(name, value);
        return this;
    }

    /** Sets the fields of another object. */
    public Fields putAll(Fields others) {
        map.putAll(others.map);
        return this;
    }

    /** {@return whether no field is set} */
    public boolean isEmpty() {
        return map.isEmpty();
    }

    /** {@return the fields; a live view} */
    public Map<String, @Nullable Object> map() {
        return map;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof Number number && number.doubleValue() == 0)
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> inner && inner.isEmpty());
    }
}
