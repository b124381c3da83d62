package io.github.jcompose.runtime.build.wire;

import org.jspecify.annotations.Nullable;

/**
 * A message of the protocol that transfers folders ({@code moby.filesync.v1.FileSync/DiffCopy}): the sender lists all
 * entries, the receiver asks for the content of the files it does not have, by their place in the list.
 */
public final class Packet {
    private static final byte[] NONE = {};

    private final Type type;
    private final @Nullable Stat stat;
    private final int id;
    private final byte[] data;

    private Packet(Type type, @Nullable Stat stat, int id, byte[] data) {
        this.type = type;
        this.stat = stat;
        this.id = id;
        this.data = data;
    }

    /** What a message is. */
    public enum Type {
        STAT(0),
        REQUEST(1),
        DATA(2),
        FINISH(3),
        ERROR(4);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        private static Type of(long number) {
            for (Type type : values()) {
                if (type.number == number) {
                    return type;
                }
            }
            return ERROR;
        }
    }

    /**
     * An entry.
     *
     * @param path relative to the folder, with slashes
     * @param mode in the bits of Go's {@code os.FileMode}
     * @param size in bytes
     * @param modified nanoseconds since 1970
     * @param link where a symbolic link leads; else empty
     */
    public record Stat(String path, int mode, long size, long modified, String link) {
        static final int PATH = 1;

        ProtoWriter write() {
            return new ProtoWriter()
                    .text(PATH, path)
                    .number(2, mode & 0xffffffffL)
                    .number(5, size)
                    .number(6, modified)
                    .text(7, link);
        }
    }

    /** {@return an entry of the list; null for its end} */
    public static Packet stat(@Nullable Stat stat) {
        return new Packet(Type.STAT, stat, 0, NONE);
    }

    /** {@return a request for the content of a file} */
    public static Packet request(int id) {
        return new Packet(Type.REQUEST, null, id, NONE);
    }

    /** {@return a piece of a file; the bytes are not copied} */
    public static Packet data(int id, byte[] data) {
        return new Packet(Type.DATA, null, id, data);
    }

    /** {@return the end of a transfer} */
    public static Packet finish() {
        return new Packet(Type.FINISH, null, 0, NONE);
    }

    /** {@return that the sender cannot go on} */
    public static Packet error(byte[] why) {
        return new Packet(Type.ERROR, null, 0, why);
    }

    /** {@return what it is} */
    public Type type() {
        return type;
    }

    /** {@return the place of a file in the list, from 0 on} */
    public int id() {
        return id;
    }

    /** {@return a piece of a file, empty at its end; or why the other side gives up} */
    public byte[] data() {
        return data;
    }

    /** {@return the message} */
    public byte[] bytes() {
        ProtoWriter out = new ProtoWriter().number(1, type.number);
        if (stat != null) {
            out.message(2, stat.write());
        }
        return out.number(3, id).bytes(4, data).bytes();
    }

    /** {@return what a receiver says} */
    public static Packet read(byte[] message) {
        Type type = Type.STAT;
        int id = 0;
        byte[] data = NONE;
        ProtoReader in = new ProtoReader(message);
        while (in.next()) {
            switch (in.field()) {
                case 1 -> type = Type.of(in.number());
                case 3 -> id = (int) in.number();
                case 4 -> data = in.bytes();
                default -> {}
            }
        }
        return new Packet(type, null, id, data);
    }
}
