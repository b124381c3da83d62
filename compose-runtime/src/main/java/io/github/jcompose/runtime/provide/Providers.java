package io.github.jcompose.runtime.provide;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Provider;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.project.ServiceOrder;
import io.github.jcompose.runtime.work.Events;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Runs the programs that provide services in place of containers. */
public final class Providers {
    private final Project project;
    private final Map<String, String> environment;
    private final Events events;

    /**
     * @param environment of the process; what the project's own says more is added for the programs
     */
    public Providers(Project project, Map<String, String> environment, Events events) {
        this.project = project;
        this.environment = environment;
        this.events = events;
    }

    /** {@return whether the project has a service that a program provides} */
    public static boolean neededBy(Project project) {
        return project.services().values().stream().anyMatch(s -> s.provider() != null);
    }

    /**
     * Brings the services up, and tells those that depend on them what the programs say.
     *
     * @return the project, with the variables that the programs set
     * @throws ComposeException if a program is missing or fails
     */
    public Project up() {
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        ServiceOrder order = new ServiceOrder(project);
        for (String key : order.dependenciesFirst()) {
            Provider provider = provider(key);
            if (provider != null) {
                events.working(ResourceKind.SERVICE, key, "Creating");
                Variables variables = run("up", key, provider);
                for (String dependent : order.dependents(key)) {
                    services.computeIfPresent(dependent, (name, service) -> variables.into(name, service));
                }
                events.done(ResourceKind.SERVICE, key, "Created");
            }
        }
        return project.toBuilder().services(services).build();
    }

    /** Stops the services whose programs know how, dependents first. */
    public void stop(Set<String> chosen) {
        List<String> keys = new ArrayList<>(new ServiceOrder(project).dependenciesFirst());
        Collections.reverse(keys);
        for (String key : keys) {
            Provider provider = provider(key);
            if (provider != null
                    && chosen.contains(key)
                    && metadata(program(key, provider)).hasObject("stop")) {
                events.working(ResourceKind.SERVICE, key, "Stopping");
                run("stop", key, provider);
                events.done(ResourceKind.SERVICE, key, "Stopped");
            }
        }
    }

    /** Takes the services down, dependents first. */
    public void down(Set<String> chosen) {
        List<String> keys = new ArrayList<>(new ServiceOrder(project).dependenciesFirst());
        Collections.reverse(keys);
        for (String key : keys) {
            Provider provider = provider(key);
            if (provider != null && chosen.contains(key)) {
                events.working(ResourceKind.SERVICE, key, "Removing");
                run("down", key, provider);
                events.done(ResourceKind.SERVICE, key, "Removed");
            }
        }
    }

    private @Nullable Provider provider(String key) {
        Service service = project.services().get(key);
        return service == null ? null : service.provider();
    }

    private Program program(String key, Provider provider) {
        String type = provider.type() == null ? "" : provider.type();
        if (type.isEmpty() || type.equals("compose")) {
            throw new ComposeException("services." + key + ".provider.type: '" + type + "' cannot provide a service");
        }
        Map<String, String> variables = new TreeMap<>(environment);
        variables.putAll(project.environment());
        Plugins plugins = new Plugins(environment);
        Path file = plugins.plugin(type)
                .or(() -> plugins.onPath(type))
                .orElseThrow(() -> new ComposeException("services." + key + ".provider: no program for type '" + type
                        + "'; expected a docker plugin docker-" + type + ", or " + type + " on the PATH"));
        return new Program(file, variables);
    }

    private static JsonObject metadata(Program program) {
        try {
            return JsonObject.of(Json.parse(program.output(List.of("compose", "metadata"))));
        } catch (ComposeException | IllegalArgumentException e) {
            // Programs need not describe themselves.
            return JsonObject.EMPTY;
        }
    }

    private Variables run(String action, String key, Provider provider) {
        Program program = program(key, provider);
        List<String> arguments = new ArrayList<>(List.of("compose", "--project-name=" + project.name(), action));
        arguments.addAll(options(action, key, provider, metadata(program).object(action)));
        arguments.add(key);
        Variables variables = new Variables(key, events);
        try {
            program.run(arguments, line -> told(key, line, variables));
        } catch (ComposeException e) {
            events.error(ResourceKind.SERVICE, key, e);
            throw new ComposeException("provider of service " + key + ": " + e.getMessage(), e);
        }
        return variables;
    }

    /** {@return the options that the program takes for this action; all of them if it does not say} */
    private static List<String> options(String action, String key, Provider provider, JsonObject described) {
        List<JsonObject> parameters = described.objects("parameters");
        Set<String> known = new TreeSet<>();
        for (JsonObject parameter : parameters) {
            String name = parameter.string("name");
            known.add(name);
            boolean required = parameter.bool("required") && action.equals("up");
            if (required && !provider.options().containsKey(name)) {
                throw new ComposeException("services." + key + ".provider.options: '" + name + "' is missing; "
                        + provider.type() + " needs it for " + action);
            }
        }
        List<String> options = new ArrayList<>();
        new TreeMap<>(provider.options()).forEach((name, values) -> {
            if (known.isEmpty() || known.contains(name)) {
                values.forEach(value -> options.add("--" + name + "=" + value));
            }
        });
        return options;
    }

    private void told(String key, String line, Variables variables) {
        JsonObject message;
        try {
            message = JsonObject.of(Json.parse(line));
        } catch (IllegalArgumentException e) {
            throw new ComposeException("expected a JSON object, found: " + line, e);
        }
        String text = message.string("message");
        switch (message.string("type")) {
            case "info" -> events.emit(Progress.of(ResourceKind.SERVICE, key, Status.WORKING, text));
            case "error" -> throw new ComposeException(text);
            case "setenv" -> variables.add(key.toUpperCase(Locale.ROOT) + "_", text);
            case "rawsetenv" -> variables.add("", text);
            case "debug" -> {}
            default ->
                throw new ComposeException("unknown type of message '" + message.string("type")
                        + "'; expected info, error, setenv, rawsetenv or debug");
        }
    }
}
