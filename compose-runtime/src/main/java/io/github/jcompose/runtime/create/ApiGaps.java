package io.github.jcompose.runtime.create;

import io.github.jcompose.model.BindOptions;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which attributes of a service an old engine leaves out without a word. */
final class ApiGaps {
    private ApiGaps() {}

    static List<String> of(ContainerSpec spec) {
        Service service = spec.service();
        List<String> gaps = new ArrayList<>();
        Healthcheck check = service.healthcheck();
        if (check != null && check.startInterval() != null) {
            gap(gaps, spec, "1.44", "healthcheck.start_interval");
        }
        if (!service.annotations().isEmpty()) {
            gap(gaps, spec, "1.43", "annotations");
        }
        int endpoint = 0;
        for (NetworkAttachment attachment : service.networks().values()) {
            if (attachment == null) {
                continue;
            }
            if (attachment.gwPriority() != 0) {
                gap(gaps, spec, "1.48", "gw_priority");
            }
            if (attachment.macAddress() != null && service.networks().size() > 1 && endpoint++ == 0) {
                gap(gaps, spec, "1.44", "mac_address of any network but the first");
            }
        }
        for (Mount mount : service.volumes()) {
            BindOptions bind = mount.bind();
            if (bind != null && !isEmpty(bind.recursive()) && !"disabled".equals(bind.recursive())) {
                gap(gaps, spec, "1.44", "bind.recursive");
            }
            if (bind != null && bind.createHostPath() && (!isEmpty(bind.propagation()) || !isEmpty(bind.recursive()))) {
                gap(gaps, spec, "1.42", "bind.create_host_path together with propagation or recursive");
            }
        }
        return gaps;
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private static void gap(List<String> gaps, ContainerSpec spec, String since, String attribute) {
        if (!spec.api().atLeast(since)) {
            gaps.add("services." + spec.key() + ": " + attribute + " needs API " + since + "; the engine speaks "
                    + spec.api() + " and leaves it out");
        }
    }
}
