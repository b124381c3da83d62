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
import org.jspecify.annotations.Nullable;

/** Readers of values that are no records with attributes. */
final class Scalars {
    /** How a value is read. No functions, because each takes a while at its first use. */
    enum Kind {
        TEXT,
        FLAG,
        INTEGER,
        WHOLE,
        FRACTION,
        DURATION,
        BYTE_SIZE,
        FILE_MODE,
        CONDITION,
        ULIMIT,
        EXTRA_HOSTS,
        SSH_KEY
    }

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(String.class, Kind.TEXT),
            Map.entry(boolean.class, Kind.FLAG),
            Map.entry(Boolean.class, Kind.FLAG),
            Map.entry(int.class, Kind.INTEGER),
            Map.entry(Integer.class, Kind.INTEGER),
            Map.entry(long.class, Kind.WHOLE),
            Map.entry(Long.class, Kind.WHOLE),
            Map.entry(float.class, Kind.FRACTION),
            Map.entry(Duration.class, Kind.DURATION),
            Map.entry(ByteSize.class, Kind.BYTE_SIZE),
            Map.entry(FileMode.class, Kind.FILE_MODE),
            Map.entry(DependencyCondition.class, Kind.CONDITION),
            Map.entry(Ulimit.class, Kind.ULIMIT),
            Map.entry(ExtraHosts.class, Kind.EXTRA_HOSTS),
            Map.entry(SshKey.class, Kind.SSH_KEY));

    private Scalars() {}

    /** {@return how values of the type are read; null if they are records} */
    static @Nullable Kind kind(Class<?> type) {
        return KINDS.get(type);
    }

    /** {@return the value of a node, which is not null} */
    static @Nullable Object read(Kind kind, Node node) {
        return switch (kind) {
            case TEXT -> textOf(node);
            case FLAG -> flag(node);
            case INTEGER -> integer(node);
            case WHOLE -> whole(node);
            case FRACTION -> fraction(node);
            case DURATION -> GoDuration.parse(textOf(node));
            case BYTE_SIZE -> byteSize(node);
            case FILE_MODE -> fileMode(node);
            case CONDITION -> DependencyCondition.parse(textOf(node));
            case ULIMIT -> ulimit(node);
            case EXTRA_HOSTS -> extraHosts(node);
            case SSH_KEY -> sshKey(node);
        };
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
