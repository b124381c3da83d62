package io.github.jcompose.loader.canonical;

import io.github.jcompose.loader.syntax.DeviceSyntax;
import io.github.jcompose.loader.syntax.GoScalar;
import io.github.jcompose.loader.syntax.KeyValue;
import io.github.jcompose.loader.syntax.MountSyntax;
import io.github.jcompose.loader.syntax.PortSyntax;
import io.github.jcompose.loader.tree.ItemException;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The long syntax of single values, by the name that the schema gives to the form. */
final class LongForm {
    private LongForm() {}

    /**
     * {@return the value in long syntax}
     *
     * @throws IllegalArgumentException if it is no such short syntax
     */
    static Node of(String form, Node node) {
        return switch (form) {
            case "build", "null-map" -> ShortForms.mapping(form, node);
            case "depends-on" -> ShortForms.required(ShortForms.mapping(form, node));
            case "text" ->
                node instanceof ScalarNode scalar && !scalar.isNull()
                        ? ScalarNode.string(node, GoScalar.text(scalar.value()))
                        : node;
            case "mount" -> node instanceof ScalarNode text ? mount(text) : node;
            case "device" -> node instanceof ScalarNode text ? device(text) : node;
            case "file-reference", "secret-reference" ->
                node instanceof ScalarNode ? ShortForms.single(node, "source") : node;
            case "env-file" -> envFiles(node);
            case "label-file", "string-list" -> list(node);
            case "gpus" -> node instanceof ScalarNode text ? allGpus(text) : node;
            case "ssh" -> node instanceof SequenceNode keys ? sshKeys(keys) : node;
            case "contexts" -> node instanceof SequenceNode list ? keyValues(list) : node;
            default -> node;
        };
    }

    static List<Node> ports(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return List.of(node);
        }
        List<Node> ports = new ArrayList<>();
        for (PortSyntax.Port port : PortSyntax.parse(GoScalar.text(scalar.value()))) {
            MappingNode mapping = MappingNode.at(node);
            mapping.put("mode", ScalarNode.string(node, "ingress"));
            putIfSet(mapping, "host_ip", port.hostIp());
            mapping.put("target", ScalarNode.of(node, (long) port.target()));
            putIfSet(mapping, "published", port.published());
            mapping.put("protocol", ScalarNode.string(node, port.protocol()));
            ports.add(mapping);
        }
        return ports;
    }

    private static void putIfSet(MappingNode mapping, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            mapping.put(key, ScalarNode.string(mapping, value));
        }
    }

    private static Node mount(ScalarNode node) {
        MountSyntax mount = MountSyntax.parse(node.text());
        MappingNode mapping = MappingNode.at(node);
        mapping.put("type", ScalarNode.string(node, mount.type()));
        putIfSet(mapping, "source", mount.source());
        mapping.put("target", ScalarNode.string(node, mount.target()));
        if (mount.readOnly()) {
            mapping.put("read_only", ScalarNode.of(node, true));
        }
        if (mount.bind() != null) {
            MappingNode bind = MappingNode.at(node);
            putIfSet(bind, "selinux", mount.bind().selinux());
            putIfSet(bind, "propagation", mount.bind().propagation());
            if (mount.bind().createHostPath()) {
                bind.put("create_host_path", ScalarNode.of(node, true));
            }
            mapping.put("bind", bind);
        }
        if (mount.volume() != null) {
            MappingNode volume = MappingNode.at(node);
            if (mount.volume().nocopy()) {
                volume.put("nocopy", ScalarNode.of(node, true));
            }
            mapping.put("volume", volume);
        }
        return mapping;
    }

    private static Node device(ScalarNode node) {
        DeviceSyntax device = DeviceSyntax.parse(node.text());
        MappingNode mapping = MappingNode.at(node);
        mapping.put("source", ScalarNode.string(node, device.source()));
        mapping.put("target", ScalarNode.string(node, device.target()));
        mapping.put("permissions", ScalarNode.string(node, device.permissions()));
        return mapping;
    }

    private static Node envFiles(Node node) {
        SequenceNode files = SequenceNode.at(node);
        for (Node item : list(node).items()) {
            if (item instanceof ScalarNode path) {
                MappingNode file = ShortForms.single(path, "path");
                file.put("required", ScalarNode.of(path, true));
                files.items().add(file);
            } else {
                files.items().add(item);
            }
        }
        return files;
    }

    private static SequenceNode list(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence;
        }
        SequenceNode list = SequenceNode.at(node);
        list.items().add(node);
        return list;
    }

    private static Node allGpus(ScalarNode node) {
        SequenceNode gpus = SequenceNode.at(node);
        gpus.items().add(ShortForms.single(ScalarNode.string(node, "all"), "count"));
        return gpus;
    }

    private static Node sshKeys(SequenceNode keys) {
        return mapping(keys, KeyValue::parseSshKey);
    }

    private static Node keyValues(SequenceNode list) {
        return mapping(list, KeyValue::parseWithValue);
    }

    private static Node mapping(SequenceNode list, Function<String, KeyValue> parse) {
        MappingNode mapping = MappingNode.at(list);
        for (Node item : list.items()) {
            try {
                KeyValue pair = parse.apply(item instanceof ScalarNode scalar ? scalar.text() : "");
                mapping.put(pair.key(), ScalarNode.of(item, pair.value()));
            } catch (IllegalArgumentException e) {
                throw new ItemException(item, list.items().indexOf(item), String.valueOf(e.getMessage()));
            }
        }
        return mapping;
    }
}
