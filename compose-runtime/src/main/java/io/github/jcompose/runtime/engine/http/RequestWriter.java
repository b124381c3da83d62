package io.github.jcompose.runtime.engine.http;

import io.github.jcompose.runtime.engine.EngineRequest;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Writes requests as HTTP has them. */
final class RequestWriter {
    private final Target target;

    RequestWriter(Target target) {
        this.target = target;
    }

    ClassicHttpRequest write(EngineRequest request, String prefix) {
        String path = target.basePath() + prefix + Target.encodePath(request.path()) + query(request.query());
        ClassicHttpRequest http = new BasicClassicHttpRequest(request.method(), path);
        http.setHeader(HttpHeaders.HOST, target.authority());
        target.headers().forEach(http::setHeader);
        headers(http, request.headers());
        EngineRequest.Body body = request.body();
        if (body != null) {
            http.setEntity(RequestBody.of(body));
            http.setHeader(HttpHeaders.CONTENT_TYPE, body.type());
            if (body.length() < 0) {
                http.setHeader(HttpHeaders.TRANSFER_ENCODING, "chunked");
            } else {
                http.setHeader(HttpHeaders.CONTENT_LENGTH, body.length());
            }
        } else if (request.method().equals("POST") || request.method().equals("PUT")) {
            http.setHeader(HttpHeaders.CONTENT_LENGTH, 0);
        }
        return http;
    }

    private static void headers(ClassicHttpRequest http, List<String> namesAndValues) {
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            http.removeHeaders(namesAndValues.get(i));
        }
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            http.addHeader(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
    }

    private static String query(List<String> namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(Target.encodeQuery(namesAndValues.get(i)))
                    .append('=')
                    .append(Target.encodeQuery(namesAndValues.get(i + 1)));
        }
        return query.toString();
    }
}
