package io.github.jcompose.runtime.copy;

/**
 * Which containers files are copied to or from, and how.
 *
 * @param service the service
 * @param index the number of one replica; 0 for all, or the first one to copy from
 * @param oneOffs also containers that {@code run} made
 * @param followLinks copy what a link leads to, where the path itself is a link
 * @param owners give files the owner that the container runs as
 * @param localFolder whether the path on this machine was written so that it can only mean a folder
 */
public record CopyRequest(
        String service, int index, boolean oneOffs, boolean followLinks, boolean owners, boolean localFolder) {}
