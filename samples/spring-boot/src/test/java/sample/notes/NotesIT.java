package sample.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.junit.ComposeEnvironment;
import io.github.jcompose.junit.Sharing;
import io.github.jcompose.runtime.Environment;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NotesIT {
    // Of the run, because Spring keeps the application for other classes: the database must outlive this one, too.
    @ComposeEnvironment(files = "compose.yaml", sharing = Sharing.RUN)
    static Environment environment;

    @DynamicPropertySource
    static void datasource(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.datasource.url",
                () -> "jdbc:postgresql://" + environment.service("db").port(5432) + "/notes");
    }

    @Test
    void keepsNotes(@LocalServerPort int port) {
        RestClient notes = RestClient.create("http://localhost:" + port + "/notes");
        notes.post().body("buy milk").retrieve().toBodilessEntity();
        notes.post().body("call home").retrieve().toBodilessEntity();

        assertThat(notes.get().retrieve().body(String[].class)).containsExactly("buy milk", "call home");
        assertThat(environment
                        .service("db")
                        .exec("psql", "-U", "postgres", "-d", "notes", "-Atc", "select count(*) from note")
                        .out())
                .isEqualTo("2\n");
    }
}
