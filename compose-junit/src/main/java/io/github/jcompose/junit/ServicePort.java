package io.github.jcompose.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes a published port as a parameter: an {@code int} is the port on the host, a {@link java.net.URI} the whole
 * address, a {@link String} host and port, and {@link java.net.InetSocketAddress} and {@link
 * io.github.jcompose.runtime.inspect.PublishedAddress} are what they are.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ServicePort {
    /** {@return the service} */
    String service();

    /** {@return the port in the container} */
    int port();

    /** {@return tcp, udp or sctp} */
    String protocol() default "tcp";

    /** {@return how a URI begins} */
    String scheme() default "http";
}
