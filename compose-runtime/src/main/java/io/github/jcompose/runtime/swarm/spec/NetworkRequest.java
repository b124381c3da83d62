package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Network;
import io.github.jcompose.runtime.create.Fields;
import io.github.jcompose.runtime.create.IpamSection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request to create a network of a stack ({@code POST /networks/create}). */
public final class NetworkRequest {
    private static final String OVERLAY = "overlay";
    private static final Set<String> OF_ONE_MACHINE = Set.of("bridge", "host", "none", "null");

    private NetworkRequest() {}

    /**
     * {@return the body}
     *
     * @throws ComposeException if the network could not be one of a swarm
     */
    public static Map<String, @Nullable Object> of(Stack stack, String key, Network network) {
        String driver = network.driver() == null || network.driver().isEmpty() ? OVERLAY : network.driver();
        if (OF_ONE_MACHINE.contains(driver)) {
            throw new ComposeException("networks." + key + ".driver: the driver '" + driver
                    + "' makes networks of one machine only; the services of a stack need 'overlay' (leave the driver"
                    + " out to get it)");
        }
        return new Fields()
                .always("Name", stack.nameOf(key, network.name(), false))
                .always("Driver", driver)
                .put("Options", network.driverOpts())
                .put("Internal", network.internal())
                .put("Attachable", network.attachable())
                .put("EnableIPv6", Boolean.TRUE.equals(network.enableIpv6()))
                .put("IPAM", IpamSection.of(network.ipam()))
                .always("Labels", stack.labels(network.labels()))
                .map();
    }
}
