package io.github.jcompose.loader.artifact;

import io.github.jcompose.loader.publish.Concern;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a compose file tells of variables and contents that may be secret. */
final class VariableConcerns {
    private final MappingNode root;
    private final boolean agreed;

    /**
     * @param agreed whether the user said that variables are to be published
     */
    VariableConcerns(MappingNode root, boolean agreed) {
        this.root = root;
        this.agreed = agreed;
    }

    List<Concern> concerns() {
        List<Concern> concerns = new ArrayList<>();
        if (!agreed) {
            for (Entry service : entries(root.get("services"))) {
                if (service.value() instanceof MappingNode mapping) {
                    addService("services." + service.key(), mapping, concerns);
                }
            }
        }
        for (Entry config : entries(root.get("configs"))) {
            if (config.value() instanceof MappingNode mapping && isLiteral(mapping.get("content"))) {
                concerns.add(new Concern(
                        Concern.Kind.VARIABLES, "configs." + config.key() + ": its content is written in the file"));
            }
        }
        return concerns;
    }

    private static void addService(String place, MappingNode service, List<Concern> concerns) {
        for (Node item : FileCollector.items(service.get("env_file"))) {
            Node path = item instanceof MappingNode form ? form.get("path") : item;
            if (path instanceof ScalarNode file) {
                concerns.add(new Concern(Concern.Kind.VARIABLES, place + ".env_file: " + file.text()));
            }
        }
        Node environment = service.get("environment");
        for (Entry entry : entries(environment)) {
            if (SensitiveText.isSecret(entry.key()) && isLiteral(entry.value())) {
                concerns.add(literal(place, entry.key()));
            }
        }
        for (Node item : environment instanceof MappingNode ? List.<Node>of() : FileCollector.items(environment)) {
            String text = item instanceof ScalarNode scalar ? scalar.text() : "";
            int equals = text.indexOf('=');
            String name = equals < 0 ? "" : text.substring(0, equals);
            if (SensitiveText.isSecret(name) && isLiteral(text.substring(equals + 1))) {
                concerns.add(literal(place, name));
            }
        }
    }

    private static Concern literal(String place, String name) {
        return new Concern(
                Concern.Kind.VARIABLES, place + ".environment." + name + ": its value is written in the file");
    }

    private static boolean isLiteral(@Nullable Node node) {
        return node instanceof ScalarNode scalar && !scalar.isNull() && isLiteral(scalar.text());
    }

    private static boolean isLiteral(String text) {
        return !text.isEmpty() && text.replace("$$", "").indexOf('$') < 0;
    }

    private static List<Entry> entries(@Nullable Node node) {
        return node instanceof MappingNode mapping ? mapping.entries() : List.of();
    }
}
