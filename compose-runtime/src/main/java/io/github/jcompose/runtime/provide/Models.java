package io.github.jcompose.runtime.provide;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Model;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sees to the AI models of a project through the docker command's model plugin. */
public final class Models {
    private final Project project;
    private final Map<String, String> environment;
    private final Workers workers;
    private final Events events;

    /**
     * @param environment of the process; what the project's own says more is added for the plugin
     */
    public Models(Project project, Map<String, String> environment, Workers workers, Events events) {
        this.project = project;
        this.environment = environment;
        this.workers = workers;
        this.events = events;
    }

    /** {@return whether a service of the project uses a model} */
    public static boolean neededBy(Project project) {
        return project.services().values().stream().anyMatch(s -> !s.models().isEmpty());
    }

    /**
     * Fetches and sets up the models that services use.
     *
     * @throws ComposeException if the plugin is missing or fails
     */
    public void prepare() {
        Program plugin = plugin();
        Set<String> there = available(plugin);
        workers.forEach(used().entrySet(), entry -> {
            Model model = entry.getValue();
            String name = model.model() == null ? entry.getKey() : model.model();
            events.working(ResourceKind.SERVICE, entry.getKey(), "Configuring");
            try {
                if (!there.contains(name)) {
                    plugin.run(List.of("pull", name), line -> {});
                }
                plugin.run(configure(name, model), line -> {});
            } catch (ComposeException e) {
                events.error(ResourceKind.SERVICE, entry.getKey(), e);
                throw new ComposeException("models." + entry.getKey() + ": " + e.getMessage(), e);
            }
            events.done(ResourceKind.SERVICE, entry.getKey(), "Configured");
        });
    }

    private Map<String, Model> used() {
        Map<String, Model> used = new TreeMap<>();
        project.services()
                .forEach((key, service) -> service.models().keySet().forEach(reference -> {
                    Model model = project.models().get(reference);
                    if (model == null) {
                        throw new ComposeException(
                                "services." + key + ".models: no model '" + reference + "' in the project");
                    }
                    used.put(reference, model);
                }));
        return used;
    }

    private static List<String> configure(String name, Model model) {
        List<String> arguments = new ArrayList<>(List.of("configure"));
        if (model.contextSize() > 0) {
            arguments.add("--context-size");
            arguments.add(String.valueOf(model.contextSize()));
        }
        arguments.add(name);
        if (!model.runtimeFlags().isEmpty()) {
            arguments.add("--");
            arguments.addAll(model.runtimeFlags());
        }
        return arguments;
    }

    /**
     * {@return the project, with the variables by which services find their models}
     *
     * @throws ComposeException if the plugin is missing or does not tell where the models are served
     */
    public Project withVariables() {
        String endpoint = json(plugin().output(List.of("status", "--json"))).string("endpoint");
        Map<String, Model> models = used();
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.replaceAll((key, service) -> service.models().isEmpty() ? service : told(service, models, endpoint));
        return project.toBuilder().services(services).build();
    }

    private static Service told(Service service, Map<String, Model> models, String endpoint) {
        Map<String, @Nullable String> variables = new LinkedHashMap<>(service.environment());
        new TreeMap<>(service.models()).forEach((reference, use) -> {
            String prefix = reference.toUpperCase(Locale.ROOT).replace('-', '_');
            Model model = models.get(reference);
            String name = model == null || model.model() == null ? reference : model.model();
            variables.put(variable(use == null ? null : use.modelVar(), prefix + "_MODEL"), name);
            variables.put(variable(use == null ? null : use.endpointVar(), prefix + "_URL"), endpoint);
        });
        return service.toBuilder().environment(variables).build();
    }

    private static String variable(@Nullable String own, String otherwise) {
        return own == null || own.isEmpty() ? otherwise : own;
    }

    private Program plugin() {
        Path file = new Plugins(environment)
                .plugin("model")
                .orElseThrow(() -> new ComposeException(
                        "services that use models need the docker plugin docker-model," + " which is not installed"));
        Map<String, String> variables = new TreeMap<>(environment);
        variables.putAll(project.environment());
        return new Program(file, variables);
    }

    private static Set<String> available(Program plugin) {
        Set<String> names = new HashSet<>();
        Object list = Json.parse(plugin.output(List.of("ls", "--json")));
        JsonObject wrapper = new JsonObject(Collections.singletonMap("models", list));
        wrapper.objects("models").forEach(model -> names.addAll(model.strings("tags")));
        return names;
    }

    private static JsonObject json(String text) {
        try {
            return JsonObject.of(Json.parse(text));
        } catch (IllegalArgumentException e) {
            throw new ComposeException("docker-model did not answer in JSON: " + text.strip(), e);
        }
    }
}
