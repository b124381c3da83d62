/** The examples of the documentation, and the test that it shows them as they are. */
@NullMarked
package io.github.jcompose.junit.docs;

import org.jspecify.annotations.NullMarked;
