package io.github.jcompose.loader.bind;

import io.github.jcompose.loader.syntax.Casts;
import io.github.jcompose.loader.syntax.GoScalar;
import io.github.jcompose.loader.syntax.Timestamp;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.ItemException;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.ExtraHosts;
import io.github.jcompose.model.FileMode;
import io.github.jcompose.model.GoDuration;
import io.github.jcompose.model.SshKey;
import io.github.jcompose.model.Ulimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Readers of values that are no records with attributes. */
final class Scalars {
    private static final Map<Class<?>, Function<Node, @Nullable Object>> READERS = Map.ofEntries(
            Map.entry(String.class, Scalars::text),
            Map.entry(boolean.class, Scalars::flag),
            Map.entry(Boolean.class, Scalars::flag),
            Map.entry(int.class, Scalars::integer),
            Map.entry(Integer.class, Scalars::integer),
            Map.entry(long.class, Scalars::whole),
            Map.entry(Long.class, Scalars::whole),
            Map.entry(float.class, Scalars::fraction),
            Map.entry(Duration.class, node -> GoDuration.parse(textOf(node))),
            Map.entry(ByteSize.class, Scalars::byteSize),
            Map.entry(FileMode.class, Scalars::fileMode),
            Map.entry(DependencyCondition.class, node -> DependencyCondition.parse(textOf(node))),
            Map.entry(Ulimit.class, Scalars::ulimit),
            Map.entry(ExtraHosts.class, Scalars::extraHosts),
            Map.entry(SshKey.class, Scalars::sshKey));

    private Scalars() {}

    /** {@return what reads values of the type, null excepted; null if they are records} */
    static @Nullable Function<Node, @Nullable Object> reader(Class<?> type) {
        return READERS.get(type);
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.isNull();
    }

    /** {@return a value of an extension: timestamps as text, the rest as it is} */
    static @Nullable Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key(), plain(entry.value())));
            return map;
        }
        if (node instanceof SequenceNode sequence) {
            List<@Nullable Object> list = new ArrayList<>(sequence.items().size());
            sequence.items().forEach(item -> list.add(plain(item)));
            return list;
        }
        Object value = ((ScalarNode) node).value();
        return value instanceof Timestamp timestamp ? timestamp.rfc3339() : value;
    }

    private static @Nullable Object text(Node node) {
        return textOf(node);
    }

    private static String textOf(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw new IllegalArgumentException("must be a string, not " + node.kind());
        }
        return GoScalar.text(scalar.value());
    }

    private static @Nullable Object flag(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() instanceof Boolean value
                ? value
                : Casts.cast("bool", textOf(node)).value();
    }

    private static int integer(Node node) {
        long value = whole(node);
        if (value != (int) value) {
            throw new IllegalArgumentException("the number " + value + " is out of range");
        }
        return (int) value;
    }

    private static long whole(Node node) {
        Object value = node instanceof ScalarNode scalar ? scalar.value() : null;
        if (value instanceof Number number) {
            return number.longValue();
        }
        String text = textOf(node);
        if (text.equalsIgnoreCase("all")) {
            // A count of devices.
            return -1;
        }
        Object cast = Casts.cast("int64", text).value();
        return cast instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable Object fraction(Node node) {
        Object value = node instanceof ScalarNode scalar ? scalar.value() : null;
        Object number = value instanceof Number
                ? value
                : Casts.cast("float32", textOf(node)).value();
        return number instanceof Number found ? (Object) found.floatValue() : null;
    }

    private static @Nullable Object byteSize(Node node) {
        Object value = node instanceof ScalarNode scalar ? scalar.value() : null;
        return value instanceof Number number ? ByteSize.of(number.longValue()) : ByteSize.parse(textOf(node));
    }

    private static @Nullable Object fileMode(Node node) {
        Object value = node instanceof ScalarNode scalar ? scalar.value() : null;
        return value instanceof Number number ? new FileMode(number.intValue()) : FileMode.parse(textOf(node));
    }

    private static @Nullable Object ulimit(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return Ulimit.of(whole(node));
        }
        Node soft = mapping.get("soft");
        Node hard = mapping.get("hard");
        return Ulimit.of(soft == null ? 0 : whole(soft), hard == null ? 0 : whole(hard));
    }

    private static @Nullable Object extraHosts(Node node) {
        Map<String, List<String>> hosts = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (Entry entry : mapping.entries()) {
                List<Node> ips = entry.value() instanceof SequenceNode list ? list.items() : List.of(entry.value());
                ips.forEach(ip -> Forms.addHost(hosts, entry.key(), textOf(ip)));
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                Node item = sequence.items().get(i);
                try {
                    Forms.addHosts(hosts, textOf(item));
                } catch (IllegalArgumentException e) {
                    throw new ItemException(item, i, String.valueOf(e.getMessage()));
                }
            }
        }
        return new ExtraHosts(hosts);
    }

    private static @Nullable Object sshKey(Node node) {
        String text = textOf(node);
        int equals = text.indexOf('=');
        return equals < 0 ? new SshKey(text, null) : new SshKey(text.substring(0, equals), text.substring(equals + 1));
    }
}
