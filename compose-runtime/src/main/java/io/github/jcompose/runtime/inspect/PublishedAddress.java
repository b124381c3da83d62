package io.github.jcompose.runtime.inspect;

/**
 * Where a port of a container is published.
 *
 * @param address an IP address of the engine's machine; {@code 0.0.0.0} or {@code ::} for all of them
 * @param port there
 */
public record PublishedAddress(String address, int port) {
    /** {@return address and port with a colon between them, an IPv6 address in brackets} */
    @Override
    public String toString() {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
