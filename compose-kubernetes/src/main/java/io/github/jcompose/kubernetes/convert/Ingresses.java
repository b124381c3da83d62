package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressRuleValue;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceBackendPort;
import io.github.jcompose.kubernetes.extension.IngressRoute;
import io.github.jcompose.kubernetes.extension.ProjectSettings;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import java.util.List;
import java.util.TreeMap;

/** The ways in from outside by HTTP. */
final class Ingresses {
    private final Conversion conversion;

    Ingresses(Conversion conversion) {
        this.conversion = conversion;
    }

    void add(String name) {
        List<IngressRoute> routes = conversion.settings(name).ingress();
        for (int i = 0; i < routes.size(); i++) {
            ObjectName objectName =
                    i == 0 ? conversion.name(name) : conversion.name(name).with(Integer.toString(i + 1));
            add(objectName, name, routes.get(i));
        }
    }

    private void add(ObjectName objectName, String name, IngressRoute route) {
        List<Ports.Listening> ports = Ports.of(conversion.service(name));
        Integer port = route.port();
        boolean known = ports.stream().anyMatch(listening -> port == null || listening.number() == port);
        if (!known) {
            conversion
                    .findings()
                    .error(
                            List.of("services", name, ProjectSettings.KEY, "ingress"),
                            port == null ? "leads to no port" : "leads to port " + port + ", which is not known",
                            "name the port under 'expose' or 'ports'");
            return;
        }
        ServiceBackendPort backendPort = new ServiceBackendPort();
        backendPort.setNumber(port == null ? ports.get(0).number() : port);
        IngressBackend backend = new IngressBackend();
        backend.setService(new IngressServiceBackend(conversion.name(name).value(), backendPort));
        HTTPIngressRuleValue http =
                new HTTPIngressRuleValue(List.of(new HTTPIngressPath(backend, route.path(), route.pathType())));
        IngressSpec spec = new IngressSpec();
        spec.setIngressClassName(route.className());
        spec.setRules(List.of(new IngressRule(route.host(), http)));
        if (route.tls() != null) {
            spec.setTls(List.of(new IngressTLS(route.host() == null ? List.of() : List.of(route.host()), route.tls())));
        }
        Ingress ingress = new Ingress();
        ObjectMeta metadata = conversion.metadata(objectName, name);
        metadata.setAnnotations(new TreeMap<>(route.annotations()));
        ingress.setMetadata(metadata);
        ingress.setSpec(spec);
        conversion.add(ingress, name);
    }
}
