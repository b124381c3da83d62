package io.github.jcompose.runtime.build.wire;

import java.util.List;
import java.util.Map;

/**
 * A build, for {@code moby.buildkit.v1.Control/Solve}.
 *
 * @param ref names the build for {@code Status}
 * @param session the session that answers BuildKit's questions
 * @param exporter what becomes of the result; empty for nothing
 * @param attributes what the Dockerfile frontend is told
 * @param cacheExports where the cache goes
 * @param cacheImports where cached layers come from
 * @param entitlements what the build may do beyond the usual
 */
public record SolveRequest(
        String ref,
        String session,
        String exporter,
        Map<String, String> exporterAttributes,
        Map<String, String> attributes,
        List<Cache> cacheExports,
        List<Cache> cacheImports,
        List<String> entitlements) {

    /** A place for cached layers. */
    public record Cache(String type, Map<String, String> attributes) {
        ProtoWriter write() {
            return new ProtoWriter().text(1, type).map(2, attributes);
        }
    }

    /** The frontend for Dockerfiles that every BuildKit has. */
    public static final String FRONTEND = "dockerfile.v0";

    /** {@return the message} */
    public byte[] bytes() {
        ProtoWriter cache = new ProtoWriter();
        cacheExports.forEach(entry -> cache.message(4, entry.write()));
        cacheImports.forEach(entry -> cache.message(5, entry.write()));
        ProtoWriter out = new ProtoWriter()
                .text(1, ref)
                .text(3, exporter)
                .map(4, exporterAttributes)
                .text(5, session)
                .text(6, FRONTEND)
                .map(7, attributes)
                .message(8, cache);
        entitlements.forEach(entitlement -> out.text(9, entitlement));
        return out.bytes();
    }
}
