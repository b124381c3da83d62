package io.github.jcompose.loader.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What our schema accepts and refuses, and that the reference's agrees; casts are not applied here. */
class SchemaInstancesTest {
    private static final Schema OURS = compiled(SchemaFiles.ours());

    @Test
    void isAValidSchema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema metaSchema = registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(metaSchema.validate(SchemaFiles.ours())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = SERVICES)
    void judgesAServiceAsTheReferenceDoes(String verdict, String service) {
        assertJudged(verdict, "services: {web: {" + service + "}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = FILES)
    void judgesAFileAsTheReferenceDoes(String verdict, String file) {
        assertJudged(verdict, "{" + file + "}");
    }

    private static void assertJudged(String verdict, String yaml) {
        boolean good = verdict.equals("good");
        assertThat(OURS.validate(yaml, InputFormat.YAML).isEmpty())
                .as("ours says " + verdict + " to " + yaml)
                .isEqualTo(good);
        assertThat(compiled(SchemaFiles.reference())
                        .validate(yaml, InputFormat.YAML)
                        .isEmpty())
                .as("the reference says " + verdict + " to " + yaml)
                .isEqualTo(good);
    }

    private static Schema compiled(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    static final String SERVICES = """
            good | image: nginx
            bad  | image: 3
            bad  | prots: [80]
            good | x-note: {any: [thing]}
            bad  | image:
            good | build: .
            good | build: {context: ., args: {A: 1, B: , C: true}}
            bad  | build: [.]
            bad  | build: {contxt: .}
            bad  | build: {tags: a}
            good | build: {sbom: true, provenance: mode=max}
            good | command:
            good | command: [a, b]
            bad  | command: [1]
            bad  | command: 3
            good | container_name: ab
            bad  | container_name: a
            good | cpu_percent: 100
            bad  | cpu_percent: 101
            bad  | cpu_percent: 50.5
            good | cpu_percent: "50.5"
            bad  | oom_score_adj: -1001
            good | depends_on: [a, b]
            bad  | depends_on: [a, a]
            good | depends_on: {a: {condition: service_healthy, required: false}}
            bad  | depends_on: {a: {restart: true}}
            bad  | depends_on: {a: {condition: healthy}}
            bad  | depends_on: {a: {condition: service_started, required: "true"}}
            bad  | depends_on: {"a b": {condition: service_started}}
            good | deploy:
            good | deploy: {resources: {limits: {cpus: 0.5, memory: 1g, pids: 5}}}
            bad  | deploy: {resources: {limits: {memory: 1}}}
            bad  | deploy: {resources: {reservations: {devices: [{driver: nvidia}]}}}
            good | gpus: [{driver: nvidia, extra: 1}]
            good | gpus: all
            bad  | gpus: some
            good | develop: {watch: [{path: ., action: sync+exec}]}
            bad  | develop: {watch: [{path: .}]}
            good | environment: {A: 1, B: true, C: , D: 1.5}
            good | environment: ["A=1", B]
            bad  | environment: {A: [1]}
            bad  | environment: {"": 1}
            bad  | environment: [A, A]
            good | env_file: [a.env, {path: b.env, required: "false"}]
            good | env_file: [a.env, a.env]
            bad  | env_file: [{required: true}]
            bad  | env_file: [{path: a, x-b: 1}]
            good | expose: [80, "90", 1.5]
            good | extends: {service: base, file: a.yaml}
            bad  | extends: {file: a.yaml}
            bad  | extends: {service: base, x-a: 1}
            good | extra_hosts: {a: [1.1.1.1, 1.1.1.1]}
            bad  | extra_hosts: {a: 1}
            bad  | healthcheck: {test: }
            good | healthcheck: {retries: 1.5, interval: soon}
            bad  | healthcheck: {interval: 5}
            good | logging: {options: {a: , b: 1}}
            bad  | logging:
            good | models: {"any key": 5}
            bad  | models: {llm: 5}
            good | networks: {a: , b: {priority: 1.5}}
            bad  | networks: {"a b": }
            bad  | networks:
            good | pid:
            good | ports: [80, "80:80", {target: 80, published: 8080}]
            bad  | ports: [80, 80]
            bad  | ports: [{target: 1.5}]
            good | ports: [80.5]
            good | post_start: [{command: }]
            bad  | post_start: [{user: root}]
            good | pre_start: [{user: root}]
            good | provider: {type: a, options: {a: [1, true, b], b: 1}}
            bad  | provider: {options: {a: 1}}
            good | pull_policy: xalwaysx
            bad  | pull_policy: sometimes
            good | secrets: [a, {source: a, mode: 0.5}]
            bad  | secrets: [{source: a, uid: 0}]
            good | storage_opt: {anything: {goes: 1}}
            good | ulimits: {nofile: 5, UPPER: [not, checked], nproc: {soft: 1, hard: "2"}}
            bad  | ulimits: {nofile: {soft: 1}}
            bad  | use_api_socket: "true"
            good | volumes: ["a:/b", {type: tmpfs, tmpfs: {size: 0}}]
            bad  | volumes: [{type: tmpfs, tmpfs: {size: -1}}]
            bad  | volumes: [{type: floppy}]
            bad  | volumes: [{source: a}]
            bad  | volumes: [{type: bind, bind: {selinux: y}}]
            """;

    static final String FILES = """
            good | version: "3"
            bad  | version: 3
            bad  | name: 1
            bad  | nmae: shop
            good | x-a: , x-b: [1]
            good | services: {}
            bad  | services: {"a b": {image: a}}
            bad  | services: {a: }
            good | networks: {"a b": 5, c: }
            bad  | networks: {a: {ipam: {options: {a: 1}}}}
            bad  | networks: {a: {ipam: {config: [{aux_addresses: {a: 1}}]}}}
            good | networks: {a: {external: {name: b, x-c: 1}}}
            bad  | networks: {a: {external: {nam: b}}}
            good | volumes: {a: , b: {driver_opts: {device: 1, o: bind}}}
            bad  | volumes: {a: {driver_opts: {device: true}}}
            bad  | volumes: {"a b": }
            good | secrets: {a: {external: {anything: 1}}}
            bad  | secrets: {a: {content: b}}
            bad  | secrets: {a: }
            good | configs: {a: {content: b}}
            bad  | configs: {a: {driver: b}}
            good | models: {"a b": 1, c: {model: d, context_size: 5}}
            bad  | models: {a: {name: b}}
            good | include: [a.yaml, {path: [b.yaml], env_file: .env}]
            bad  | include: a.yaml
            bad  | include: [{paths: b.yaml}]
            """;
}
