package io.github.jcompose.runtime.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of the class talk to a real engine. Without one they are aborted, and fail where {@code CI=true}. A
 * method may ask for parameters of the types {@code Engine} and {@link EngineScope}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("engine")
@ExtendWith(EngineExtension.class)
public @interface RequiresEngine {}
