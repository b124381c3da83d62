package io.github.jcompose.loader.project;

import io.github.jcompose.loader.discover.LoadRequest;
import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.loader.remote.RemoteResources;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a project is loaded.
 *
 * @param standardInput what the file {@code -} reads; null if there is none
 * @param remote what fetches remote files
 * @param services names or patterns of the services to keep; empty: all
 */
public record LoadOptions(
        LoadRequest request,
        LoadLimits limits,
        @Nullable InputStream standardInput,
        RemoteResources remote,
        Consumer<Problem> warnings,
        List<String> services,
        boolean interpolate,
        boolean normalize,
        boolean resolvePaths,
        boolean checkConsistency,
        boolean resolveEnvironment,
        boolean keepUnusedResources) {}
