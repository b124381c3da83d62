package io.github.jcompose.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a project before the tests of a class, waits until its services are healthy, and takes it down with
 * its volumes after them.
 *
 * <p>Each class gets a project of its own name, so that classes do not share containers, networks or volumes.
 * A test takes the running project as a parameter of type {@link io.github.jcompose.runtime.Environment}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ComposeExtension.class)
public @interface ComposeEnvironment {
    /** {@return the compose files in merge order, relative to the directory that the tests run in} */
    String[] files() default {};

    /** {@return the services to start with what they depend on; none for all} */
    String[] services() default {};

    /** {@return for how many seconds services may take to become healthy} */
    int timeoutSeconds() default 120;
}
