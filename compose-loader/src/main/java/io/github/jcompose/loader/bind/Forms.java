package io.github.jcompose.loader.bind;

import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.syntax.ExtraHostSyntax;
import io.github.jcompose.loader.syntax.GoScalar;
import io.github.jcompose.loader.syntax.KeyValue;
import io.github.jcompose.loader.syntax.ShellWords;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.ItemException;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that canonical form leaves in short syntax, by the form that the schema names. */
final class Forms {
    private Forms() {}

    /** {@return the list that the value stands for; null if it stands for none} */
    static @Nullable SequenceNode list(Node node, @Nullable String form, Problems problems, TreePath path) {
        if (node instanceof SequenceNode sequence) {
            return sequence;
        }
        if (node instanceof MappingNode mapping) {
            return "ssh".equals(form) ? sshKeys(mapping) : null;
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.isNull()) {
            return null;
        }
        if ("command".equals(form)) {
            return words(scalar, problems, path);
        }
        SequenceNode list = SequenceNode.at(node);
        if ("healthcheck-test".equals(form)) {
            list.items().add(ScalarNode.string(node, "CMD-SHELL"));
        }
        list.items().add(node);
        return list;
    }

    private static SequenceNode words(ScalarNode node, Problems problems, TreePath path) {
        ShellWords words = ShellWords.parse(node.text());
        SequenceNode list = SequenceNode.at(node);
        words.words().forEach(word -> list.items().add(ScalarNode.string(node, word)));
        Integer ignored = words.ignoredFrom();
        if (ignored != null) {
            String rest = node.text().substring(ignored);
            String message = "no shell reads this command; ignored from here on: '" + rest + "'";
            Location at = node.source().find(rest, node.line(), node.column(), 0);
            Node tail = at == null ? node : new ScalarNode(node.source(), at.line(), at.column(), rest, rest);
            problems.warning(tail, path, message);
        }
        return list;
    }

    private static SequenceNode sshKeys(MappingNode mapping) {
        SequenceNode list = SequenceNode.at(mapping);
        for (Entry entry : mapping.entries()) {
            boolean bare = entry.value() instanceof ScalarNode scalar && scalar.isNull();
            String text = bare ? entry.key() : entry.key() + "=" + GoScalar.text(((ScalarNode) entry.value()).value());
            list.items().add(ScalarNode.string(entry.value(), text));
        }
        return list;
    }

    /** {@return the mapping that the value stands for; null if it stands for none} */
    static @Nullable MappingNode mapping(Node node, @Nullable String form) {
        if (node instanceof MappingNode mapping) {
            return "provider-options".equals(form) ? listsOfStrings(mapping) : mapping;
        }
        if (!(node instanceof SequenceNode sequence)) {
            return null;
        }
        MappingNode mapping = MappingNode.at(sequence);
        for (Node item : sequence.items()) {
            String text = item instanceof ScalarNode scalar ? GoScalar.text(scalar.value()) : "";
            KeyValue pair = variable(sequence, item, text);
            mapping.put(new Entry(pair.key(), ScalarNode.string(item, pair.key()), ScalarNode.of(item, pair.value())));
        }
        return mapping;
    }

    private static KeyValue variable(SequenceNode list, Node item, String text) {
        try {
            return KeyValue.parseVariable(text);
        } catch (IllegalArgumentException e) {
            throw new ItemException(item, list.items().indexOf(item), String.valueOf(e.getMessage()));
        }
    }

    private static MappingNode listsOfStrings(MappingNode options) {
        MappingNode lists = MappingNode.at(options);
        for (Entry entry : options.entries()) {
            SequenceNode list = SequenceNode.at(entry.value());
            List<Node> items = entry.value() instanceof SequenceNode several ? several.items() : List.of(entry.value());
            list.items().addAll(items);
            lists.put(entry.with(list));
        }
        return lists;
    }

    static void addHosts(Map<String, List<String>> hosts, String text) {
        ExtraHostSyntax entry = ExtraHostSyntax.parse(text);
        entry.addresses().forEach(ip -> addHost(hosts, entry.host(), ip));
    }

    static void addHost(Map<String, List<String>> hosts, String host, String ip) {
        hosts.computeIfAbsent(ExtraHostSyntax.requireHost(host), name -> new ArrayList<>())
                .add(ExtraHostSyntax.withoutBrackets(ip));
    }
}
