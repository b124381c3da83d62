package io.github.jcompose.junit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import java.lang.reflect.Parameter;
import java.net.InetSocketAddress;
import java.net.URI;

/** Gives a published port in the form that a parameter asks for. */
final class PortParameter {
    private PortParameter() {}

    static Object resolve(Environment environment, ServicePort wanted, Parameter parameter) {
        PublishedAddress address = environment.service(wanted.service()).port(wanted.port(), wanted.protocol());
        Class<?> type = parameter.getType();
        if (type == int.class || type == Integer.class) {
            return address.port();
        } else if (type == URI.class) {
            return URI.create(wanted.scheme() + "://" + address);
        } else if (type == String.class) {
            return address.toString();
        } else if (type == InetSocketAddress.class) {
            return new InetSocketAddress(address.address(), address.port());
        } else if (type == PublishedAddress.class) {
            return address;
        }
        throw new ComposeException("@ServicePort cannot make a " + type.getName() + " for parameter "
                + parameter.getName() + "; use int, URI, String, InetSocketAddress or PublishedAddress");
    }
}
