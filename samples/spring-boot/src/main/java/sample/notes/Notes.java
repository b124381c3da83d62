package sample.notes;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The notes, by HTTP. */
@RestController
@RequestMapping("/notes")
class Notes {
    private final JdbcClient database;

    Notes(JdbcClient database) {
        this.database = database;
    }

    @GetMapping
    List<String> all() {
        return database.sql("select text from note order by id")
                .query(String.class)
                .list();
    }

    @PostMapping
    void add(@RequestBody String text) {
        database.sql("insert into note (text) values (?)").param(text).update();
    }
}
