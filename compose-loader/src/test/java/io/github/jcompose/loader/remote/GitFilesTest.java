package io.github.jcompose.loader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFilesTest {
    private static final String WEB = "services: {web: {image: nginx}}\n";

    private static final List<String> LEADING_OUT = List.of(
            "include: [../../outside.yaml]",
            "include: [/etc/hosts]",
            "include: [leak/outside.yaml]",
            "include: [{path: part.yaml, env_file: ../../outside.env}]",
            "include: [{path: part.yaml, project_directory: ../..}]",
            "services: {a: {image: x, extends: {file: ../../outside.yaml, service: a}}}",
            "services: {a: {image: x, extends: {file: leak/outside.yaml, service: a}}}",
            "services: {a: {image: x, env_file: ../../outside.env}}",
            "services: {a: {image: x, env_file: [{path: ~/outside.env, required: false}]}}",
            "services: {a: {image: x, env_file: leak/outside.env}}",
            "services: {a: {image: x, env_file: dangling}}",
            "services: {a: {image: x, label_file: /etc/hosts}}",
            "services: {a: {build: ../..}}",
            "services: {a: {build: /}}",
            "services: {a: {build: leak}}",
            "services: {a: {build: {context: ., dockerfile: ../../Dockerfile}}}",
            "services: {a: {build: {context: ., additional_contexts: {x: ../../x}}}}",
            "services: {a: {build: {context: ., ssh: [\"key=../../key\"]}}}",
            "services: {a: {image: x, volumes: [\"../..:/host\"]}}",
            "services: {a: {image: x, volumes: [\"./leak:/host\"]}}",
            "services: {a: {image: x, develop: {watch: [{path: leak, action: rebuild}]}}}",
            "services: {a: {image: x, secrets: [s]}}\nsecrets: {s: {file: /etc/shadow}}",
            "services: {a: {image: x, secrets: [s]}}\nsecrets: {s: {file: leak/outside.env}}",
            "services: {a: {image: x, configs: [c]}}\nconfigs: {c: {file: ../../outside.env}}",
            "services: {a: {image: x, configs: [c]}}\nconfigs: {c: {file: \"${LEAK}/outside.env\"}}");

    private final ProjectFolder local;
    private final GitRepository repository;
    private final Path cache;
    private final RemoteAccess remote;

    GitFilesTest(@TempDir Path folder) {
        assumeThat(GitRepository.isPossible()).as("git is installed").isTrue();
        local = new ProjectFolder(folder.resolve("local"));
        repository = new GitRepository(folder.resolve("repository"));
        cache = folder.resolve("cache/jcompose");
        remote = RemoteAccess.builder(cache).fileProtocol(true).build();
    }

    @BeforeEach
    void makeLocalFolder() {
        local.file(".keep", "");
    }

    private Project load(String reference) {
        return local.load(options -> options.files(List.of(reference)).remote(remote));
    }

    private String refusal(String reference) {
        return local.refusal(options -> options.files(List.of(reference)).remote(remote));
    }

    @Test
    void loadsTheProjectOfARepository() {
        String commit = repository.file("compose.yaml", WEB + "name: shop\n").commit();

        Project project = load(repository.url());

        assertThat(project.name()).isEqualTo("shop");
        assertThat(project.services()).containsOnlyKeys("web");
        assertThat(project.workingDir()).isEqualTo(cache.resolve("git").resolve(commit));
        assertThat(project.composeFiles()).containsExactly(cache.resolve("git/" + commit + "/compose.yaml"));
    }

    @Test
    void namesTheProjectAfterTheFolderThatTheLoadIsStartedIn() {
        repository.file("compose.yaml", WEB).commit();

        assertThat(load(repository.url()).name()).isEqualTo("local");
    }

    @Test
    void findsBranchesTagsAndCommits() {
        String first =
                repository.file("compose.yaml", "services: {one: {image: a}}").commit();
        repository.git("tag", "--annotate", "--message=v1", "v1");
        repository.git("branch", "old/main");
        repository.file("compose.yaml", "services: {two: {image: a}}").commit();
        repository.git("branch", "next");

        assertThat(load(repository.url() + "#v1").services()).containsOnlyKeys("one");
        assertThat(load(repository.url() + "?tag=v1").services()).containsOnlyKeys("one");
        assertThat(load(repository.url() + "#old/main").services()).containsOnlyKeys("one");
        assertThat(load(repository.url() + "#" + first).services()).containsOnlyKeys("one");
        assertThat(load(repository.url() + "#refs/heads/main").services()).containsOnlyKeys("two");
        assertThat(load(repository.url() + "#main").services()).containsOnlyKeys("two");
        assertThat(load(repository.url() + "?branch=next").services()).containsOnlyKeys("two");
        assertThat(load(repository.url()).services()).containsOnlyKeys("two");
    }

    @Test
    void acceptsACommitOnlyIfItIsTheOneExpected() {
        String commit = repository.file("compose.yaml", WEB).commit();

        assertThat(load(repository.url() + "?ref=main&checksum=" + commit.substring(0, 12))
                        .services())
                .containsOnlyKeys("web");
        assertThat(refusal(repository.url() + "?ref=main&checksum=0000000"))
                .contains("main of " + repository.url() + " is commit " + commit + ", not 0000000");
    }

    @Test
    void findsFoldersAndFilesOfTheRepository() {
        repository
                .file("deploy/docker-compose.yml", "services: {folder: {image: a, build: .}}")
                .file("other.yaml", "services: {file: {image: a}}")
                .commit();

        Project project = load(repository.url() + "#main:deploy");

        assertThat(ProjectFolder.service(project, "folder").buildSpec())
                .extracting(build -> build.context())
                .isEqualTo(String.valueOf(project.workingDir()));
        assertThat(project.workingDir()).hasFileName("deploy");
        assertThat(load(repository.url() + "#main:other.yaml").services()).containsOnlyKeys("file");
        assertThat(refusal(repository.url() + "#main:nothing"))
                .contains("no compose file in 'nothing' of " + repository.url() + " at main");
    }

    @Test
    void keepsWhatItFetchedForThisUserOnly() throws IOException {
        String commit = repository.file("compose.yaml", WEB).commit();
        load(repository.url());
        Path tree = cache.resolve("git").resolve(commit);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tree)))
                .isEqualTo("rwx------");
        assertThat(tree.resolve(".git")).doesNotExist();
        try (var entries = Files.list(cache.resolve("git"))) {
            assertThat(entries).containsExactly(tree);
        }
    }

    @Test
    void readsAKnownCommitWithoutTheRepository() throws IOException {
        String commit = repository.file("compose.yaml", WEB).commit();
        load(repository.url());
        Cache.delete(Path.of(repository.url().substring("file://".length())));

        assertThat(load(repository.url() + "#" + commit).services()).containsOnlyKeys("web");
        assertThat(refusal(repository.url())).contains("cannot find HEAD in " + repository.url());
    }

    @Test
    void leavesNothingBehindWhenFetchingFails() throws IOException {
        repository.file("compose.yaml", WEB).commit();

        assertThat(refusal(repository.url() + "#" + "0".repeat(40))).contains("cannot fetch 0000");
        try (var entries = Files.list(cache.resolve("git"))) {
            assertThat(entries).isEmpty();
        }
    }

    @Test
    void refusesACacheThatOthersCanWrite() throws IOException {
        repository.file("compose.yaml", WEB).commit();
        Files.createDirectories(cache);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(refusal(repository.url())).contains("can be written by other users");
    }

    @Test
    void includesAndExtendsFilesOfRepositories() {
        repository
                .file("compose.yaml", "services: {web: {image: \"nginx:${TAG}\", volumes: [./data:/data]}}")
                .file(".env", "TAG=1.25\n")
                .file("base/service.yaml", "services: {base: {build: ./app}}")
                .commit();
        local.file("compose.yaml", """
                include:
                  - %1$s
                services:
                  api:
                    extends: {file: "%1$s#main:base/service.yaml", service: base}
                """.formatted(repository.url()));

        Project project = local.load(options -> options.remote(remote));

        Path tree = remote.fetch(repository.url()).root();
        assertThat(ProjectFolder.service(project, "web").image()).isEqualTo("nginx:1.25");
        assertThat(ProjectFolder.service(project, "web").volumes().get(0).source())
                .isEqualTo(tree.resolve("data").toString());
        assertThat(ProjectFolder.service(project, "api").buildSpec())
                .extracting(build -> build.context())
                .isEqualTo(tree.resolve("base/app").toString());
        assertThat(project.workingDir()).isEqualTo(local.root());
    }

    @Test
    void givesARemoteFileTheProjectDirectoryThatTheUserNames() {
        repository
                .file("compose.yaml", "services: {web: {build: ./app, env_file: [web.env]}}")
                .commit();
        local.file("web.env", "A=1\n");
        local.file("compose.yaml", "include: [{path: \"" + repository.url() + "\", project_directory: .}]");

        Project included = local.load(options -> options.remote(remote));
        Project named = local.load(options -> options.files(List.of(repository.url()))
                .projectDirectory(local.root())
                .remote(remote));

        for (Project project : List.of(included, named)) {
            assertThat(ProjectFolder.service(project, "web").environment()).containsEntry("A", "1");
            assertThat(ProjectFolder.service(project, "web").buildSpec())
                    .extracting(build -> build.context())
                    .isEqualTo(local.path("app").toString());
        }
    }

    @Test
    void refusesWhatARemoteFileNamesOutsideOfItsTree() {
        Path outside = local.root();
        local.file("outside.yaml", "services: {a: {image: secret}}").file("outside.env", "SECRET=1\n");
        repository.file("part.yaml", WEB).link("leak", outside).link("dangling", outside.resolve("missing"));
        for (int i = 0; i < LEADING_OUT.size(); i++) {
            repository.file("case" + i + ".yaml", LEADING_OUT.get(i));
        }
        String commit = repository.commit();
        Map<String, String> environment = Map.of("HOME", outside.toString(), "LEAK", outside.toString());

        for (int i = 0; i < LEADING_OUT.size(); i++) {
            String reference = repository.url() + "#" + commit + ":case" + i + ".yaml";
            String refusal = local.refusal(options ->
                    options.files(List.of(reference)).environment(environment).remote(remote));

            assertThat(refusal)
                    .as(LEADING_OUT.get(i))
                    .startsWith(reference + ":")
                    .contains("a remote file must not name what is outside of it")
                    .contains("is not part of " + reference)
                    .doesNotContain("SECRET=1");
        }
    }

    @Test
    void confinesARemoteFileThatALocalOneIncludes() {
        repository
                .file("compose.yaml", "services: {a: {image: x, env_file: ../../../local/outside.env}}")
                .commit();
        local.file("outside.env", "SECRET=1\n").file("compose.yaml", "include: ['" + repository.url() + "']");

        assertThat(local.refusal(options -> options.remote(remote)))
                .contains(repository.url() + ":1:")
                .contains("services.a.env_file[0].path: a remote file must not name what is outside of it");
    }

    @Test
    void allowsAbsoluteBindsAndPathsWithinTheTree() {
        repository.file("sub/compose.yaml", """
                        services:
                          a:
                            image: x
                            env_file: ../shared.env
                            volumes: ["/var/run/docker.sock:/var/run/docker.sock", "../data:/data", "~/x:/x"]
                        """).file("shared.env", "A=1\n").commit();

        Project project = load(repository.url() + "#main:sub");

        assertThat(ProjectFolder.service(project, "a").environment()).containsEntry("A", "1");
        assertThat(ProjectFolder.service(project, "a").volumes().get(0).source())
                .isEqualTo("/var/run/docker.sock");
    }

    @Test
    void ignoresVariablesThatALinkWouldReadFromOutside() {
        local.file("outside.env", "TAG=secret\n");
        repository
                .file("compose.yaml", "services: {a: {image: \"x:${TAG:-none}\"}}")
                .link(".env", local.path("outside.env"))
                .commit();
        local.file("compose.yaml", "include: ['" + repository.url() + "']");

        assertThat(ProjectFolder.service(local.load(options -> options.remote(remote)), "a")
                        .image())
                .isEqualTo("x:none");
    }

    @Test
    void refusesAComposeFileThatIsALinkToTheOutside() {
        local.file("outside.yaml", WEB);
        repository.link("compose.yaml", local.path("outside.yaml")).commit();

        assertThat(refusal(repository.url())).contains("leads out of the repository");
        assertThat(refusal(repository.url() + "#main:../x")).contains("is outside of the repository");
    }

    @Test
    void refusesToTellVariablesToTheAddressOfARemoteFile() {
        repository
                .file("compose.yaml", "include: [\"oci://localhost:1/${TOKEN}\"]")
                .commit();

        assertThat(local.refusal(options -> options.files(List.of(repository.url()))
                        .environment(Map.of("TOKEN", "abc"))
                        .remote(remote)))
                .contains("a remote file must not make the address of another one of variables");
    }

    @Test
    void refusesRemoteFilesUnlessAskedFor() {
        local.file("compose.yaml", "include:\n  - https://example.org/shop.git#main\n");
        local.file("extends.yaml", "services: {a: {extends: {service: b, file: oci://h.org/b}}}");

        assertThat(local.refusal())
                .startsWith("compose.yaml:2:5: include[0]: remote files are off: https://example.org/shop.git#main");
        assertThat(local.refusal(options -> options.files(List.of("extends.yaml"))))
                .startsWith("extends.yaml:1:44: services.a.extends: remote files are off: oci://h.org/b");
        assertThat(local.refusal(options -> options.files(List.of("git@example.org:a.git"))))
                .startsWith("git@example.org:a.git: remote files are off");
    }

    @Test
    void talksFileProtocolOnlyIfAskedTo() {
        RemoteAccess strict = RemoteAccess.builder(cache).build();

        assertThat(strict.accepts(repository.url())).isFalse();
        assertThatThrownBy(() -> strict.fetch("https://127.0.0.1:1/shop.git"))
                .isInstanceOf(RemoteException.class)
                .hasMessageStartingWith("cannot find HEAD in https://127.0.0.1:1/shop.git: ");
    }

    @Test
    void pointsIntoRemoteFilesByTheirReference() {
        repository
                .file("compose.yaml", "include: [part.yaml]")
                .file("part.yaml", "services: {a: {imag: x}}")
                .commit();

        assertThat(refusal(repository.url())).startsWith(repository.url() + " (part.yaml):1:16: services.a");
    }
}
