package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "app,app",
        "My.Proj-1_A,myproj-1_a",
        "'_-Foo Bar_',foobar_",
        "ÄPP,pp",
        "-1,1",
        "@@@,''",
        "'',''",
        "${PN:-cf},pn-cf",
    })
    void normalizesProjectNames(String text, String name) {
        assertThat(ProjectName.normalize(text)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "my-app_1-"})
    void acceptsNormalProjectNames(String name) {
        assertThat(ProjectName.requireValid(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the project name is empty",
                "My App | invalid project name 'My App': must consist only of lower-case letters, digits, hyphens and underscores, and start with a letter or digit; 'myapp' would do",
                "@@@ | invalid project name '@@@': must consist only of lower-case letters, digits, hyphens and underscores, and start with a letter or digit",
                "_a | invalid project name '_a': must consist only of lower-case letters, digits, hyphens and underscores, and start with a letter or digit; 'a' would do",
            })
    void refusesOtherProjectNames(String name, String message) {
        assertThatThrownBy(() -> ProjectName.requireValid(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "*,web,true",
        "*,'',true",
        "'','',true",
        "'',a,false",
        "web,web,true",
        "web,webs,false",
        "w*,web,true",
        "*b,web,true",
        "w*b*,web,true",
        "w*x*,web,false",
        "a*b*c,aXbXbc,true",
        "a*b*c,aXbXb,false",
        "**,x,true",
        "*,a/b,false",
        "*/*,a/b,true",
        "?,a,true",
        "?,'',false",
        "?,/,false",
        "w?b,web,true",
        "?,😀,true",
        "[a-c]x,bx,true",
        "[a-c]x,dx,false",
        "[^a-c]x,dx,true",
        "[^a-c]x,ax,false",
        "[abz],z,true",
        "[a-],a,",
        "[\\]]x,]x,true",
        "\\*,*,true",
        "\\*,a,false",
        "*[0-9],web-7,true",
        "*a*a*a*a*a*b,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,false",
    })
    void matchesPatterns(String pattern, String name, Boolean matches) {
        if (matches == null) {
            assertThatThrownBy(() -> Glob.matches(pattern, name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("invalid pattern '[a-]': a set of characters is not complete");
        } else {
            assertThat(Glob.matches(pattern, name)).isEqualTo(matches);
        }
    }

    @ParameterizedTest
    @CsvSource({"[, set", "[], set", "[a, [ is", "[a-, set", "[a-b, [ is", "a\\, backslash", "x*[, set"})
    void refusesBrokenPatternsWhateverTheName(String pattern, String reason) {
        assertThatThrownBy(() -> Glob.matches(pattern, "nothing alike"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("invalid pattern '" + pattern + "': ")
                .hasMessageContaining(reason);
    }
}
