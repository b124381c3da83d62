package io.github.jcompose.runtime.embed;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.Endpoint;
import io.github.jcompose.runtime.engine.Engine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the name of the machine on which published ports are reached from this process. */
public final class PublishedHost {
    private static final String LOCAL = "localhost";
    private static final Path ROUTES = Path.of("/proc/net/route");
    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::");

    private PublishedHost() {}

    /**
     * {@return that machine: the engine's, where it is reached over a network; seen from within a container, the
     * gateway of that container; else this one}
     */
    public static String of(Engine engine) {
        URI host = engine.info().host();
        Optional<String> remote = remote(host);
        if (remote.isPresent()) {
            return remote.get();
        }
        return OwnContainer.isInside() && !isBeside(engine) ? fromInside(OwnContainer.on(engine)) : LOCAL;
    }

    /** {@return whether the engine's own bridge is a network interface here: then its ports are, too} */
    private static boolean isBeside(Engine engine) {
        return engine.networks().find("bridge").stream()
                .flatMap(bridge -> bridge.raw().object("IPAM").objects("Config").stream())
                .map(pool -> pool.string("Gateway"))
                .anyMatch(PublishedHost::isOwnAddress);
    }

    private static boolean isOwnAddress(String address) {
        try {
            return !address.isEmpty() && NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return the address to use of a port that is published at an address of that machine} */
    public static String address(String host, String published) {
        if (EVERYWHERE.contains(published)) {
            return host;
        }
        boolean loopback = published.startsWith("127.") || published.equals("::1");
        return !loopback || host.equals(LOCAL) ? published : host;
    }

    static Optional<String> remote(URI engine) {
        String scheme = engine.getScheme();
        boolean local = scheme == null || scheme.equals("unix") || scheme.equals("npipe");
        return local ? Optional.empty() : Optional.ofNullable(engine.getHost());
    }

    private static String fromInside(Optional<ContainerDetails> own) {
        if (own.isPresent()) {
            if (own.get().hostConfig().string("NetworkMode").equals("host")) {
                return LOCAL;
            }
            for (Endpoint endpoint : own.get().networks().values()) {
                String gateway = endpoint.raw().string("Gateway");
                if (!gateway.isEmpty()) {
                    return gateway;
                }
            }
        }
        try {
            return gateway(Files.readAllLines(ROUTES, StandardCharsets.US_ASCII))
                    .orElse(LOCAL);
        } catch (IOException e) {
            return LOCAL;
        }
    }

    /** {@return the default gateway in a table of routes of the kernel, whose addresses are little-endian hexadecimal} */
    static Optional<String> gateway(List<String> routes) {
        for (String line : routes) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length > 2 && fields[1].equals("00000000") && fields[2].matches("[0-9A-Fa-f]{8}")) {
                long address = Long.parseLong(fields[2], 16);
                return Optional.of((address & 0xff) + "." + ((address >> 8) & 0xff) + "." + ((address >> 16) & 0xff)
                        + "." + ((address >> 24) & 0xff));
            }
        }
        return Optional.empty();
    }
}
