package io.github.jcompose.loader.robustness;

import java.util.List;

/** Valid files to start from. */
final class Seeds {
    private Seeds() {}

    static final String ENV = """
            A=1
            export B="two words"
            C='${not}' # comment
            D=${A:-x}$B
            E
            F="a
            b"
            G=\\000
            """;

    static final List<String> COMPOSE = List.of("""
            name: shop
            services:
              web:
                image: nginx:${TAG:-latest}
                ports: ["8080:80", "127.0.0.1:9000-9001:9000-9001/udp"]
                environment:
                  A: 1
                  B:
                  C: ${A}
                depends_on:
                  - db
                volumes:
                  - data:/data:ro
                  - ./src:/src
                  - type: tmpfs
                    target: /tmp
                    tmpfs: {size: 1m}
                networks: [front, back]
                healthcheck:
                  test: curl -f http://localhost
                  interval: 10s
                  retries: 3
                deploy:
                  replicas: 2
                  resources:
                    limits: {cpus: "0.5", memory: 50M}
                extra_hosts: ["a=1.1.1.1", "b:::1"]
                command: echo "a b" && c
              db:
                image: postgres
                env_file: some.env
                profiles: [x]
                secrets:
                  - pw
                ulimits: {nofile: {soft: 1, hard: 2}}
            networks:
              front:
              back:
                ipam:
                  config:
                    - subnet: 10.0.0.0/8
            volumes:
              data: {driver_opts: {o: bind, device: ./a, type: none}}
            secrets:
              pw: {file: ./pw}
            """, """
            x-common: &a
              restart: always
              labels: {a: b}
            services:
              web:
                <<: *a
                image: nginx
                extends: {service: db, file: base.yaml}
                build: {context: ., args: [A, B=1], ssh: [default], additional_contexts: {x: service:db}}
                labels: !reset null
                develop:
                  watch:
                    - {path: ./a, action: sync, target: /a}
              db:
                <<: [*a, {tty: true}]
                image: x
                ports: !override ["1:1"]
                network_mode: service:web
                gpus: all
                devices: [/dev/a:/dev/b:r]
                configs: [c]
                dns: 1.1.1.1
                logging: {driver: a, options: {b: c}}
            configs:
              c: {content: "a ${A}"}
            ---
            services:
              web: {image: y}
            """, """
            include:
              - part.yaml
              - path: [part.yaml, base.yaml]
                env_file: some.env
                project_directory: .
            services:
              web: {extends: db}
              db: {image: a, volumes_from: [web:ro], links: [web:x], ipc: service:web}
            models:
              m: {model: a}
            """, """
            services:
              web:
                image: b
                extends: db
                provider: {type: a, options: {b: [c]}}
                models: {m: {endpoint_var: A}}
                post_start: [{command: a b, user: root}]
                credential_spec: {config: a}
                blkio_config: {weight_device: [{path: /a, weight: 1}]}
                sysctls: {a: 1}
                storage_opt: {size: 1g}
                label_file: some.env
                pull_policy: every_1d
              db:
                image: c
                scale: 2
            """);
}
