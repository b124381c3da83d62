package io.github.jcompose.runtime.event;

/** What kind of thing a progress event is about. */
public enum ResourceKind {
    CONTAINER("Container "),
    NETWORK("Network "),
    VOLUME("Volume "),
    CONFIG("Config "),
    SECRET("Secret "),
    IMAGE("Image "),
    /** A part of an image while it is pulled or pushed. */
    LAYER(""),
    SERVICE(""),
    /** The operation as a whole. */
    PROJECT("");

    private final String prefix;

    ResourceKind(String prefix) {
        this.prefix = prefix;
    }

    /** {@return what stands before a name of this kind in an id, with its space} */
    String prefix() {
        return prefix;
    }
}
