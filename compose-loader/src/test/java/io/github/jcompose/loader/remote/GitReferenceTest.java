package io.github.jcompose.loader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitReferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.com/acme/shop",
                "https://example.org/shop.git",
                "http://example.org/shop.git#main:deploy",
                "https://example.org/shop.git?branch=main",
                "ssh://git@example.org/shop",
                "git://example.org/shop",
                "git@example.org:acme/shop.git#v1"
            })
    void acceptsRepositories(String reference) {
        assertThat(GitReference.accepts(reference, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./github.com/acme/shop",
                "../shop.git",
                "compose.yaml",
                "/srv/shop.git",
                "https://example.org/compose.yaml",
                "https://example.org/shop.git/compose.yaml",
                "file:///srv/shop.git",
                "ext::sh -c id",
                "-oProxyCommand=id@host:path",
                "git@-oProxyCommand=id:path",
                "git@example.org:-upload-pack=id"
            })
    void leavesOtherFilesAlone(String reference) {
        assertThat(GitReference.accepts(reference, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://h/a.git                              , https://h/a.git    , HEAD            , ''
            https://h/a.git#main                         , https://h/a.git    , main            , ''
            https://h/a.git#main:deploy/app              , https://h/a.git    , main            , deploy/app
            https://h/a.git#:deploy                      , https://h/a.git    , HEAD            , deploy
            https://h/a.git?ref=main&subdir=x            , https://h/a.git    , main            , x
            https://h/a.git?tag=v1&mtime=commit          , https://h/a.git    , refs/tags/v1    , ''
            https://h/a.git?branch=feature%2Fx           , https://h/a.git    , refs/heads/feature/x, ''
            https://h/a.git?keep-git-dir=1#main          , https://h/a.git    , main            , ''
            github.com/acme/shop#v2                      , https://github.com/acme/shop, v2      , ''
            git@h:a.git#v2:x                             , git@h:a.git        , v2              , x
            ssh://git@h:22/a.git#v2                      , ssh://git@h:22/a.git, v2             , ''
            """)
    void readsRefAndFolder(String text, String url, String ref, String path) {
        GitReference reference = GitReference.parse(text);

        assertThat(reference.url()).isEqualTo(url);
        assertThat(reference.ref()).isEqualTo(ref);
        assertThat(reference.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://h/a.git#--upload-pack=id      , not a git ref: '--upload-pack=id'
            https://h/a.git?ref=-x                , not a git ref: '-x'
            https://h/a.git#a..b                  , not a git ref: 'a..b'
            ssh://-oProxyCommand=id/a             , not a URL of a git repository: 'ssh://-oProxyCommand=id/a'
            ssh://user@-oProxyCommand=id/a        , not a URL of a git repository: 'ssh://user@-oProxyCommand=id/a'
            https://h/a.git#ma in                 , not a URL of a git repository: 'https://h/a.git'
            https://h/a.git?ref=a&branch=b        , 'two values for ref and branch: ''a'' and ''refs/heads/b'''
            https://h/a.git?subdir=a#:b           , 'two values for subdir: ''b'' and ''a'''
            https://h/a.git?checksum=main         , not a commit: 'main'
            https://h/a.git?submodules=true       , submodules are not fetched; leave out the parameter 'submodules'
            https://h/a.git?depth=1               , "unknown parameter 'depth' in a git URL; expected one of branch, checksum, commit, fetch-by-commit, keep-git-dir, mtime, ref, subdir, submodules, tag"
            """, quoteCharacter = '"')
    void refusesWhatItDoesNotUnderstand(String text, String message) {
        assertThatThrownBy(() -> GitReference.parse(text))
                .isInstanceOf(RemoteException.class)
                .hasMessage(message.replace("''", "'").replaceFirst("^'(two .*)'$", "$1"));
    }

    @Test
    void hidesPasswordsInMessages() {
        assertThat(GitReference.parse("https://me:secret@h/a.git").shown()).isEqualTo("https://me@h/a.git");
    }
}
