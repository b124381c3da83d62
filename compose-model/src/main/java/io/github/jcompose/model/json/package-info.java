/** JSON as plain Java values: maps, lists, strings, numbers, booleans and nulls. */
@NullMarked
package io.github.jcompose.model.json;

import org.jspecify.annotations.NullMarked;
