package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.ServiceOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts around the steps that create what comes before and after them: images, providers, the start. */
public final class WholePlan {
    private final PlanRequest request;
    private final Observation seen;
    private final Prelude prelude;
    private final PlanBuilder plan = new PlanBuilder();
    private final Map<String, Integer> images = new LinkedHashMap<>();
    private final Map<String, Integer> providers = new LinkedHashMap<>();
    private final List<Integer> models = new ArrayList<>();

    private WholePlan(PlanRequest request, Observation seen, Prelude prelude) {
        this.request = request;
        this.seen = seen;
        this.prelude = prelude;
    }

    /**
     * {@return all that would be done}
     *
     * @param start whether what was created is started too
     * @throws io.github.jcompose.model.ComposeException if what is requested cannot be
     */
    public static Plan plan(PlanRequest request, Observation seen, Prelude prelude, boolean start) {
        return new WholePlan(request, seen, prelude).plan(start);
    }

    private Plan plan(boolean start) {
        Plan creation = Planner.plan(request, seen);
        before();
        int shift = plan.size();
        for (Plan.Node node : creation.nodes()) {
            List<Integer> after = new ArrayList<>();
            node.after().forEach(number -> after.add(number + shift));
            if (node.step() instanceof Step.CreateContainer create) {
                after.addAll(needs(create.key(), create.service()));
            }
            plan.add(node.step(), node.reason(), after, node.group());
        }
        if (start) {
            new StartPlanner(request.project(), seen, plan, providers).plan();
        }
        creation.warnings().forEach(plan::warn);
        return plan.build();
    }

    private void before() {
        Project project = request.project();
        new TreeMap<>(prelude.models())
                .forEach((key, reason) -> models.add(plan.add(new Step.PrepareModel(key), reason, List.of())));
        ServiceOrder order = new ServiceOrder(project);
        for (String key : order.dependenciesFirst()) {
            Service service = project.services().get(key);
            if (service != null && service.provider() != null) {
                String type = String.valueOf(service.provider().type());
                List<Integer> after = order.dependencies(key).stream()
                        .filter(providers::containsKey)
                        .map(providers::get)
                        .toList();
                providers.put(key, plan.add(new Step.RunProvider(key, type), "provided by " + type, after));
            }
        }
        new TreeMap<>(prelude.pulls())
                .forEach((name, reason) -> images.put(name, plan.add(new Step.PullImage(name), reason, List.of())));
        Names names = Names.of(project);
        new TreeMap<>(prelude.builds()).forEach((key, reason) -> {
            Service service = project.services().get(key);
            if (service != null) {
                String name = names.image(key, service);
                Integer pull = images.get(name);
                images.put(
                        name,
                        plan.add(new Step.BuildImage(key, name), reason, pull == null ? List.of() : List.of(pull)));
            }
        });
    }

    /** {@return the steps before the creation of a container of the service} */
    private List<Integer> needs(String key, Service service) {
        List<Integer> needs = new ArrayList<>();
        Integer image = images.get(Names.of(request.project()).image(key, service));
        if (image != null) {
            needs.add(image);
        }
        if (!service.models().isEmpty()) {
            needs.addAll(models);
        }
        service.dependsOn().keySet().forEach(other -> {
            Integer provider = providers.get(other);
            if (provider != null) {
                needs.add(provider);
            }
        });
        return needs;
    }
}
