/** JUnit Jupiter extension that starts the environment of a compose file for the tests of a class. */
@NullMarked
package io.github.jcompose.junit;

import org.jspecify.annotations.NullMarked;
