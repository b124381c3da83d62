package io.github.jcompose.loader.remote;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A request to a registry.
 *
 * @param body gives the body anew for each attempt
 */
record RegistryRequest(String method, URI address, Map<String, String> headers, Supplier<BodyPublisher> body) {
    /** {@return a question for what the address stands for} */
    static RegistryRequest get(URI address, String accept) {
        return of("GET", address).header("Accept", accept);
    }

    /** {@return a request without a body} */
    static RegistryRequest of(String method, URI address) {
        return new RegistryRequest(method, address, Map.of(), BodyPublishers::noBody);
    }

    /** {@return this with one more header} */
    RegistryRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RegistryRequest(method, address, more, body);
    }

    /** {@return this with a body} */
    RegistryRequest body(String type, Supplier<BodyPublisher> content) {
        return new RegistryRequest(method, address, headers, content).header("Content-Type", type);
    }

    /** {@return the same for another address} */
    RegistryRequest at(URI other) {
        return new RegistryRequest(method, other, headers, body);
    }

    /** {@return whether nothing changes by it} */
    boolean isReading() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
