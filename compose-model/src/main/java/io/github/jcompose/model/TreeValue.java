package io.github.jcompose.model;

/** A value that knows its own shape in a compose file. */
interface TreeValue {
    /** {@return a string, a number, a list or a map} */
    Object toTree();
}
