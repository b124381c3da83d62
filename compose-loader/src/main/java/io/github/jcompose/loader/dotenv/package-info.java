/** The text of environment files: {@code .env}, {@code env_file} and {@code label_file}. */
@NullMarked
package io.github.jcompose.loader.dotenv;

import org.jspecify.annotations.NullMarked;
