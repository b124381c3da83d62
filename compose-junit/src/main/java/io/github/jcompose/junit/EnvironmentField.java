package io.github.jcompose.junit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.Environment;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * A field with {@link ComposeEnvironment}.
 *
 * @param settings of its annotation; their key is the field, so that two fields with equal annotations are two
 *     environments, unless those are of the run
 */
record EnvironmentField(Field field, Settings settings) {
    /** {@return the static fields of a class, or those of its instances, inherited ones first} */
    static List<EnvironmentField> of(Class<?> type, boolean ofTheClass) {
        return find(type, field -> Modifier.isStatic(field.getModifiers()) == ofTheClass);
    }

    /** {@return all fields that tests of a class see, in the classes around it too} */
    static List<EnvironmentField> seenFrom(@Nullable Class<?> type) {
        List<EnvironmentField> all = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            all.addAll(find(each, field -> true));
        }
        return all;
    }

    private static List<EnvironmentField> find(Class<?> type, Predicate<Field> which) {
        return AnnotationSupport.findAnnotatedFields(
                        type, ComposeEnvironment.class, which, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(EnvironmentField::of)
                .toList();
    }

    private static EnvironmentField of(Field field) {
        ComposeEnvironment annotation = AnnotationSupport.findAnnotation(field, ComposeEnvironment.class)
                .orElseThrow();
        boolean ofTheClass = Modifier.isStatic(field.getModifiers());
        if (field.getType() != Environment.class) {
            throw wrong(field, "has type " + field.getType().getName() + "; it must be " + Environment.class.getName());
        } else if (Modifier.isFinal(field.getModifiers())) {
            throw wrong(field, "must not be final: it is set once the environment runs");
        } else if (ofTheClass && annotation.sharing() == Sharing.TEST) {
            throw wrong(field, "is static and cannot hold an environment for each test; make it an instance field");
        }
        boolean ofTheRun = annotation.sharing() == Sharing.RUN;
        Settings settings = Settings.of(annotation, ofTheRun ? annotation : field);
        // What is set for each test anew is for that test, whatever else the annotation's default says.
        return new EnvironmentField(field, ofTheClass || ofTheRun ? settings : settings.with(Sharing.TEST));
    }

    /** Puts the environment into the field, of that instance if the field is not static. */
    void set(@Nullable Object instance, Environment environment) {
        try {
            field.setAccessible(true);
            field.set(instance, environment);
        } catch (InaccessibleObjectException | IllegalAccessException e) {
            throw wrong(field, "cannot be set: open its package to io.github.jcompose.junit, or take a parameter", e);
        }
    }

    /** {@return class and name, for messages} */
    String name() {
        return name(field);
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    private static ComposeException wrong(Field field, String problem) {
        return new ComposeException("@ComposeEnvironment field " + name(field) + " " + problem);
    }

    private static ComposeException wrong(Field field, String problem, Exception cause) {
        return new ComposeException("@ComposeEnvironment field " + name(field) + " " + problem, cause);
    }
}
