package io.github.jcompose.runtime.create;

import io.github.jcompose.model.Ipam;
import io.github.jcompose.model.IpamPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a network takes its addresses from ({@code IPAM} in {@code POST /networks/create}). */
public final class IpamSection {
    private IpamSection() {}

    /** {@return the section} */
    public static Map<String, @Nullable Object> of(Ipam ipam) {
        List<Map<String, @Nullable Object>> pools = new ArrayList<>();
        for (IpamPool pool : ipam.config()) {
            pools.add(new Fields()
                    .put("Subnet", pool.subnet())
                    .put("IPRange", pool.ipRange())
                    .put("Gateway", pool.gateway())
                    .put("AuxiliaryAddresses", pool.auxAddresses())
                    .map());
        }
        return new Fields()
                .put("Driver", ipam.driver())
                .put("Config", pools)
                .put("Options", ipam.options())
                .map();
    }
}
