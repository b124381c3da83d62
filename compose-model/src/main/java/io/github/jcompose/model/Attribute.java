package io.github.jcompose.model;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one record component is written. */
final class Attribute {
    private final String key;
    private final Method accessor;
    private final boolean always;
    private final boolean defaultTrue;
    private final boolean omitZero;
    private final boolean nullableList;

    Attribute(RecordComponent component) {
        key = AttributeKeys.keyOf(component);
        accessor = component.getAccessor();
        always = component.isAnnotationPresent(Always.class);
        defaultTrue = component.isAnnotationPresent(DefaultTrue.class);
        omitZero = component.isAnnotationPresent(OmitZero.class);
        nullableList = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    String key() {
        return key;
    }

    boolean extensions() {
        return key.equals("extensions");
    }

    @Nullable
    Object valueOf(Record record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    boolean isWritten(@Nullable Object value, Form form) {
        // Left out, a flag that is not set would be read as its default.
        if (always && (form == Form.JSON || value instanceof Boolean || !isEmpty(value))) {
            return true;
        }
        if (defaultTrue) {
            return Boolean.FALSE.equals(value);
        }
        return !isEmpty(value);
    }

    private boolean isEmpty(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        if (value instanceof String text) {
            return text.isEmpty();
        }
        if (value instanceof Collection<?> list) {
            return !nullableList && list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() && !key.equals("services");
        }
        if (value instanceof ExtraHosts hosts) {
            return hosts.addresses().isEmpty();
        }
        if (value instanceof ByteSize size) {
            return size.bytes() == 0;
        }
        if (value instanceof Duration duration) {
            return omitZero && duration.isZero();
        }
        if (accessor.getReturnType().isPrimitive()) {
            return value instanceof Boolean flag ? !flag : ((Number) value).doubleValue() == 0;
        }
        return always
                && value instanceof Record nested
                && CanonicalTree.of(nested, Form.YAML).isEmpty();
    }
}
