package io.github.jcompose.junit;

import io.github.jcompose.runtime.FixedNames;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a project before the tests of a class, waits until its services are healthy or have done their work, and takes
 * it down with its volumes after them.
 *
 * <p>Each start gets a project of its own name and host ports of its own, so that tests that run at the same time do not
 * share containers, networks, volumes or ports; the file stays as it is for the terminal. Tests take what they need as
 * parameters: {@link io.github.jcompose.runtime.Environment}, {@link ServicePort}, {@link ComposeService}. What else
 * there is to set, such as changes to the project, goes through {@link ComposeExtension#builder()}.
 *
 * <p>On a field of type {@code Environment} it does the same and sets the field: a static one before {@code @BeforeAll},
 * for all tests of the class, and one of the instance before {@code @BeforeEach}, for each test anew. With several fields
 * a class has several environments. Where one instance serves tests that run in parallel, take a parameter in place of an
 * instance field.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ComposeExtension.class)
public @interface ComposeEnvironment {
    /** {@return the compose files in merge order, relative to the directory that the tests run in} */
    String[] files() default {};

    /** {@return the services to start with what they depend on; none for all} */
    String[] services() default {};

    /** {@return the active profiles} */
    String[] profiles() default {};

    /** {@return which tests share one start; a field that is not static has one for each test, unless it is of the run} */
    Sharing sharing() default Sharing.CLASS;

    /** {@return whether host ports are left to the engine; false publishes those that the file names} */
    boolean randomPorts() default true;

    /** {@return what becomes of {@code container_name} and of networks and volumes with names of their own} */
    FixedNames fixedNames() default FixedNames.REPLACE;

    /** {@return whether the environment stays for the next run, which finds it if the project is still the same} */
    boolean reuse() default false;

    /** {@return for how many seconds services may take to come up, once images are there} */
    int timeoutSeconds() default 120;

    /**
     * {@return a folder to save states and logs in when a test fails, below a folder for the class; empty to have them
     * with the failure only}
     */
    String saveFailuresIn() default "";
}
