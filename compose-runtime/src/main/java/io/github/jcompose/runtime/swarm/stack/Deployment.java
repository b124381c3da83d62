package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.swarm.DeployOptions;
import io.github.jcompose.runtime.swarm.IgnoredAttribute;
import io.github.jcompose.runtime.swarm.spec.FileRefs;
import io.github.jcompose.runtime.swarm.spec.FileRequest;
import io.github.jcompose.runtime.swarm.spec.IgnoredAttributes;
import io.github.jcompose.runtime.swarm.spec.NetworkRequest;
import io.github.jcompose.runtime.swarm.spec.ServiceContext;
import io.github.jcompose.runtime.swarm.spec.ServiceRequest;
import io.github.jcompose.runtime.swarm.spec.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One deployment of a stack. What can be found wrong without changing anything is found first. */
final class Deployment {
    private final Surroundings surroundings;
    private final Stack stack;
    private final DeployOptions options;
    private final ApiVersion api;

    Deployment(Surroundings surroundings, Stack stack, DeployOptions options) {
        this.surroundings = surroundings;
        this.stack = stack;
        this.options = options;
        this.api = surroundings.engine().info().apiVersion();
    }

    void run() {
        surroundings.requireManager();
        tellIgnored();
        Map<String, Map<String, @Nullable Object>> networks = networks();
        List<FileRequest> secrets = new ArrayList<>();
        stack.project().secrets().forEach((key, secret) -> secrets.add(FileRequest.of(stack, key, secret)));
        List<FileRequest> configs = new ArrayList<>();
        stack.project().configs().forEach((key, config) -> configs.add(FileRequest.of(stack, key, config)));
        requests(new FileRefs(pretended(configs), pretended(secrets)));
        StackNetworks swarmNetworks = new StackNetworks(surroundings, stack);
        swarmNetworks.requireExternal();
        if (options.prune()) {
            pruneServices();
        }
        swarmNetworks.create(networks);
        StackFiles swarmSecrets = new StackFiles(surroundings, stack.name(), ResourceKind.SECRET);
        StackFiles swarmConfigs = new StackFiles(surroundings, stack.name(), ResourceKind.CONFIG);
        Map<String, FileRefs.Ref> secretRefs = swarmSecrets.ensure(secrets);
        Map<String, FileRefs.Ref> configRefs = swarmConfigs.ensure(configs);
        Map<String, Map<String, @Nullable Object>> requests = requests(new FileRefs(configRefs, secretRefs));
        new StackServices(surroundings, stack, options).put(requests);
        if (options.prune()) {
            swarmSecrets.prune(secretRefs);
            swarmConfigs.prune(configRefs);
        }
        if (options.await()) {
            Set<String> names = requests.keySet().stream().map(stack::scoped).collect(Collectors.toSet());
            new Convergence(surroundings, stack.name(), names, options.timeout()).await();
        }
    }

    private void tellIgnored() {
        Consumer<IgnoredAttribute> listener = options.ignored();
        for (IgnoredAttribute ignored : IgnoredAttributes.of(stack.project(), api)) {
            if (listener == null) {
                surroundings.events().warn(ignored.message());
            } else {
                listener.accept(ignored);
            }
        }
    }

    /** {@return the requests for the networks that are not external, by key} */
    private Map<String, Map<String, @Nullable Object>> networks() {
        Map<String, Map<String, @Nullable Object>> requests = new LinkedHashMap<>();
        for (String key : stack.usedNetworks()) {
            Network network = stack.project().networks().get(key);
            if (network != null && !network.external()) {
                requests.put(key, NetworkRequest.of(stack, key, network));
            }
        }
        return requests;
    }

    /** {@return the requests for the services by key, sorted} */
    private Map<String, Map<String, @Nullable Object>> requests(FileRefs files) {
        Map<String, Map<String, @Nullable Object>> requests = new TreeMap<>();
        for (Map.Entry<String, Service> entry : stack.project().services().entrySet()) {
            ServiceContext context = new ServiceContext(stack, entry.getKey(), entry.getValue(), files, api);
            requests.put(entry.getKey(), ServiceRequest.of(context));
        }
        if (requests.isEmpty()) {
            throw new ComposeException("there is no service to deploy");
        }
        return requests;
    }

    private static Map<String, FileRefs.Ref> pretended(List<FileRequest> files) {
        return files.stream().collect(Collectors.toMap(FileRequest::key, f -> new FileRefs.Ref("", f.name())));
    }

    private void pruneServices() {
        for (SwarmService service : surroundings.services(stack.name())) {
            boolean wanted = stack.project().services().keySet().stream()
                    .anyMatch(key -> stack.scoped(key).equals(service.name()));
            if (!wanted) {
                surroundings.events().working(ResourceKind.SERVICE, service.name(), "Removing");
                surroundings.swarm().services().remove(service.id());
                surroundings.events().done(ResourceKind.SERVICE, service.name(), "Removed");
            }
        }
    }
}
