package io.github.jcompose.loader.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectVariablesTest {
    private static final List<ProjectVariable> VARIABLES = ProjectVariables.of(Map.of(
            "image",
            "a:${TAG:-latest}",
            "list",
            List.of("$PLAIN", "$$NOT", Map.of("k", "${NEEDED:?say why}${ON:+on}"))));

    @Test
    void collectsVariablesOfAllValues() {
        assertThat(VARIABLES)
                .containsExactly(
                        new ProjectVariable("NEEDED", true, "", ""),
                        new ProjectVariable("ON", false, "", "on"),
                        new ProjectVariable("PLAIN", false, "", ""),
                        new ProjectVariable("TAG", false, "latest", ""));
    }

    @Test
    void printsTable() {
        assertThat(ProjectVariables.table(VARIABLES).lines().map(String::stripTrailing))
                .containsExactly(
                        "NAME                REQUIRED            DEFAULT VALUE       ALTERNATE VALUE",
                        "NEEDED              true",
                        "ON                  false                                   on",
                        "PLAIN               false",
                        "TAG                 false               latest");
    }

    @Test
    void widensTableForLongNames() {
        List<ProjectVariable> variables = List.of(new ProjectVariable("A".repeat(21), false, "", ""));

        assertThat(ProjectVariables.table(variables))
                .isEqualTo("NAME                    REQUIRED            DEFAULT VALUE       ALTERNATE VALUE\n"
                        + "A".repeat(21) + "   false" + " ".repeat(35) + "\n");
    }

    @Test
    void printsJsonAndYaml() {
        List<ProjectVariable> variables = List.of(new ProjectVariable("TAG", false, "latest", ""));

        assertThat(ProjectVariables.json(variables)).isEqualTo("""
                {
                    "TAG": {
                        "Name": "TAG",
                        "DefaultValue": "latest",
                        "PresenceValue": "",
                        "Required": false
                    }
                }""");
        assertThat(ProjectVariables.yaml(variables)).isEqualTo("""
                TAG:
                  name: TAG
                  defaultvalue: latest
                  presencevalue: ""
                  required: false
                """);
    }
}
