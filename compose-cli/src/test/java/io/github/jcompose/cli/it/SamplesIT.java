package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts each sample as its README says. */
@NeedsEngine
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SamplesIT {
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @Test
    void helloServesItsPage() throws Exception {
        Launcher jcompose = Launcher.inRepository("samples/hello");
        try {
            jcompose.run("up", "-d", "--wait").ok();

            assertThat(get("http://localhost:8080")).contains("Hello from compose");
            assertThat(jcompose.run("ps").ok().out()).contains("hello-web-1", "0.0.0.0:8080->80/tcp");
            assertThat(jcompose.run("logs").ok().out()).contains("web-1  | ");
        } finally {
            jcompose.run("down", "-v").ok();
        }
    }

    @Test
    void proxiedAppAnswersFromItsDatabase() throws Exception {
        Launcher jcompose = Launcher.inRepository("samples/proxied-app");
        try {
            jcompose.run("up", "-d", "--wait").ok();

            assertThat(get("http://localhost:8090/")).containsIgnoringCase("<html");
            assertThat(get("http://localhost:8090/api/products"))
                    .startsWith("[")
                    .contains("name");
            assertThat(jcompose.run("ps", "--services").ok().lines())
                    .containsExactlyInAnyOrder("api", "db", "front", "proxy");
        } finally {
            jcompose.run("down", "-v").ok();
        }
    }

    @Test
    void votingCountsVotes() throws Exception {
        Launcher jcompose = Launcher.inRepository("samples/voting");
        try {
            jcompose.run("up", "-d", "--wait").ok();

            HttpRequest vote = HttpRequest.newBuilder(URI.create("http://localhost:8081/"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("vote=a"))
                    .build();
            assertThat(http.send(vote, BodyHandlers.ofString()).statusCode()).isLessThan(400);
            String result;
            do {
                // The worker takes the vote over in its own time; the test's timeout is the limit.
                result = get("http://localhost:8082/api");
            } while (!result.contains("\"Tea\": 1"));
            assertThat(result).contains("\"Coffee\": 0");
        } finally {
            jcompose.run("down", "-v").ok();
        }
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        var response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return response.body();
    }
}
