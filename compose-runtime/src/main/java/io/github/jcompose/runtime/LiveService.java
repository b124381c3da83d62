package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.create.ContainerSpec;
import io.github.jcompose.runtime.create.Networking;
import io.github.jcompose.runtime.embed.PublishedHost;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.event.LogSink;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import io.github.jcompose.runtime.query.ServiceContainers;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.ExecResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A service of a running environment. */
record LiveService(LiveEnvironment environment, String name, int index) implements ServiceHandle {
    private Compose compose() {
        return environment.compose();
    }

    private Project project() {
        return environment.project();
    }

    private Engine engine() {
        return environment.engine();
    }

    @Override
    public ServiceHandle replica(int number) {
        if (number < 1) {
            throw new ComposeException("replicas of a service are counted from 1, not " + number);
        }
        return new LiveService(environment, name, number);
    }

    @Override
    public List<ContainerInfo> containers() {
        return environment.containers().stream()
                .filter(c -> c.service().equals(name))
                .filter(c -> index == 0 || c.number() == index)
                .sorted(Comparator.comparingInt(ContainerInfo::number))
                .toList();
    }

    @Override
    public ContainerInfo container() {
        List<ContainerInfo> all = containers();
        return all.stream()
                .filter(c -> c.state().equals("running"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(
                        () -> ServiceContainers.of(engine(), project().name()).none(name, index, "container"));
    }

    @Override
    public String containerId() {
        return container().id();
    }

    @Override
    public PublishedAddress port(int containerPort) {
        return port(containerPort, "tcp");
    }

    @Override
    public PublishedAddress port(int containerPort, String protocol) {
        PublishedAddress published = compose().port(project().name(), name, index, containerPort, protocol);
        return new PublishedAddress(PublishedHost.address(environment.host(), published.address()), published.port());
    }

    @Override
    public String state() {
        return container().state();
    }

    @Override
    public String health() {
        return container().health();
    }

    @Override
    public int exitCode() {
        return engine().containers().inspect(containerId()).state().exitCode();
    }

    @Override
    public ExecResult exec(String... command) {
        return exec(ExecOptions.of(name, command));
    }

    @Override
    public ExecResult exec(ExecOptions options) {
        return compose()
                .exec(project(), options.toBuilder().service(name).index(index).build());
    }

    private CopyOptions copy() {
        return CopyOptions.of(name).toBuilder().index(index).build();
    }

    @Override
    public void copyInto(Path source, String destination) {
        compose().copyInto(project().name(), copy(), source, destination);
    }

    @Override
    public void copyFrom(String source, Path destination) {
        compose().copyFrom(project().name(), copy(), source, destination);
    }

    private LogsOptions logs(boolean follow) {
        return LogsOptions.builder()
                .services(List.of(name))
                .index(index)
                .follow(follow)
                .build();
    }

    @Override
    public List<String> logs() {
        List<String> lines = new ArrayList<>();
        compose().logs(project(), logs(false), line -> lines.add(line.text()));
        return List.copyOf(lines);
    }

    @Override
    public FollowedLogs followLogs(LogSink sink) {
        return LiveLogs.start(gate -> compose().logs(project(), logs(true), gate), sink);
    }

    @Override
    public void stop() {
        compose().stop(project(), StopOptions.builder().services(List.of(name)).build());
    }

    @Override
    public void start() {
        compose()
                .start(project(), StartOptions.builder().services(List.of(name)).build());
    }

    @Override
    public void restart() {
        compose()
                .restart(
                        project(),
                        RestartOptions.builder()
                                .services(List.of(name))
                                .noDependents(true)
                                .build());
    }

    @Override
    public void pause() {
        compose().pause(project().name(), List.of(name));
    }

    @Override
    public void unpause() {
        compose().unpause(project().name(), List.of(name));
    }

    @Override
    public void kill(String signal) {
        compose()
                .kill(
                        project(),
                        KillOptions.builder()
                                .services(List.of(name))
                                .signal(signal)
                                .build());
    }

    @Override
    public void scale(int replicas) {
        compose().scale(project(), Map.of(name, replicas), true);
    }

    @Override
    public void disconnect(String network) {
        String real = network(network);
        for (ContainerSummary container : summaries()) {
            if (container.networks().containsKey(real)) {
                engine().networks().disconnect(real, container.id(), true);
            }
        }
    }

    @Override
    public void reconnect(String network) {
        String real = network(network);
        Service service = service();
        for (ContainerSummary container : summaries()) {
            if (!container.networks().containsKey(real)) {
                ContainerSpec spec = new ContainerSpec(
                        project(),
                        name,
                        service,
                        container.name(),
                        ServiceContainers.number(container),
                        Map.of(),
                        List.of(),
                        true,
                        engine().info().apiVersion(),
                        new Peers());
                engine().networks().connect(real, container.id(), new Networking(spec).endpoint(network));
            }
        }
    }

    private Service service() {
        Service service = project().services().get(name);
        return service == null ? Service.builder().build() : service;
    }

    /** {@return what the engine calls a network of the service} */
    private String network(String key) {
        if (!service().networks().containsKey(key)) {
            throw new ComposeException("service \"" + name + "\" is not on a network \"" + key + "\"; it is on "
                    + String.join(", ", service().networks().keySet()));
        }
        var network = project().networks().get(key);
        String real = network == null ? null : network.name();
        return real == null || real.isEmpty() ? key : real;
    }

    private List<ContainerSummary> summaries() {
        return ServiceContainers.of(engine(), project().name()).of(name).stream()
                .filter(c -> !ServiceContainers.isOneOff(c))
                .filter(c -> index == 0 || ServiceContainers.number(c) == index)
                .toList();
    }

    /** Finds the containers that links of the service lead to. */
    private final class Peers implements ContainerSpec.Peers {
        private final ServiceContainers all =
                ServiceContainers.of(engine(), project().name());

        @Override
        public @Nullable String firstContainer(String service) {
            return all.of(service).stream()
                    .findFirst()
                    .map(ContainerSummary::id)
                    .orElse(null);
        }

        @Override
        public Map<Integer, String> names(String service) {
            Map<Integer, String> names = new TreeMap<>();
            all.of(service).forEach(c -> names.putIfAbsent(ServiceContainers.number(c), c.name()));
            return names;
        }
    }
}
