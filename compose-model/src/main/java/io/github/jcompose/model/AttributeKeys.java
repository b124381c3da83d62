package io.github.jcompose.model;

import java.lang.reflect.RecordComponent;
import java.util.Set;

/** Tells how record components are spelled in a compose file. */
public final class AttributeKeys {
    // Annotations would say it nicer, and would take a tenth of the time of a short command to read.
    private static final Set<String> NOT_OF_THE_FILE =
            Set.of("disabledServices", "workingDir", "composeFiles", "environment", "profiles");

    private AttributeKeys() {}

    /** {@return whether the component is an attribute of the compose file at all} */
    public static boolean isAttribute(RecordComponent component) {
        return component.getDeclaringRecord() != Project.class || !NOT_OF_THE_FILE.contains(component.getName());
    }

    /** {@return the key of the component} */
    public static String keyOf(RecordComponent component) {
        // Records with builders have a method of that name already.
        return component.getName().equals("buildSpec") ? "build" : snakeCase(component.getName());
    }

    private static String snakeCase(String name) {
        StringBuilder key = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                key.append('_').append((char) (c - 'A' + 'a'));
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }
}
