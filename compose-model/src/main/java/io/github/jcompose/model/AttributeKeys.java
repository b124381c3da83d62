package io.github.jcompose.model;

import java.lang.reflect.RecordComponent;
import java.util.Locale;

/** Tells how record components are spelled in a compose file. */
public final class AttributeKeys {
    private AttributeKeys() {}

    /** {@return whether the component is an attribute of the compose file at all} */
    public static boolean isAttribute(RecordComponent component) {
        return !component.isAnnotationPresent(NotWritten.class);
    }

    /** {@return the key of the component} */
    public static String keyOf(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key == null ? snakeCase(component.getName()) : key.value();
    }

    private static String snakeCase(String name) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean wordStart = Character.isUpperCase(c);
            key.append(wordStart ? "_" : "")
                    .append(wordStart ? String.valueOf(c).toLowerCase(Locale.ROOT) : c);
        }
        return key.toString();
    }
}
