package io.github.jcompose.runtime.create;

import io.github.jcompose.model.Network;
import io.github.jcompose.runtime.engine.ApiVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request to create a network ({@code POST /networks/create}). */
public final class NetworkRequest {
    private NetworkRequest() {}

    /** {@return the body} */
    public static Map<String, @Nullable Object> of(
            Network network, String name, Map<String, String> labels, ApiVersion api) {
        Fields fields = new Fields()
                .always("Name", name)
                // Newer engines always check; older ones would make a second network of the same name.
                .put("CheckDuplicate", !api.atLeast("1.44"))
                .put("Driver", network.driver())
                .put("Options", network.driverOpts())
                .put("Internal", network.internal())
                .put("Attachable", network.attachable())
                .always("Labels", labels)
                .put("IPAM", IpamSection.of(network.ipam()));
        if (network.enableIpv4() != null && api.atLeast("1.47")) {
            fields.always("EnableIPv4", network.enableIpv4());
        }
        if (network.enableIpv6() != null) {
            fields.always("EnableIPv6", network.enableIpv6());
        }
        return fields.map();
    }
}
