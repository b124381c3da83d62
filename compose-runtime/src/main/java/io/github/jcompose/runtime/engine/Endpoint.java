package io.github.jcompose.runtime.engine;

import java.util.List;

/**
 * One container on one network.
 *
 * @param networkId the network; empty before the first start of the container on some engines
 * @param endpointId empty while the container does not run
 * @param aliases names on that network besides the container's own; never told by a list
 * @param ipAddress the IPv4 address; empty while the container does not run
 * @param ipv6Address the IPv6 address; empty if there is none
 * @param macAddress empty if there is none
 * @param raw the whole answer, for example with the addresses that were asked for ({@code IPAMConfig})
 */
public record Endpoint(
        String networkId,
        String endpointId,
        List<String> aliases,
        String ipAddress,
        String ipv6Address,
        String macAddress,
        JsonObject raw) {

    /** {@return the endpoint that a list or an inspection tells} */
    public static Endpoint of(JsonObject raw) {
        return new Endpoint(
                raw.string("NetworkID"),
                raw.string("EndpointID"),
                raw.strings("Aliases"),
                raw.string("IPAddress"),
                raw.string("GlobalIPv6Address"),
                raw.string("MacAddress"),
                raw);
    }
}
