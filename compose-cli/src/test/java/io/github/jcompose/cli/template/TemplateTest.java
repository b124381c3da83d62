package io.github.jcompose.cli.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Map<String, Object> DATA = data();

    private static Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("Name", "web-1");
        data.put("Empty", "");
        data.put("Code", 3);
        data.put("Up", true);
        data.put("Ratio", 0.25);
        data.put("Nothing", null);
        data.put("List", List.of("a", "b", "c"));
        data.put("None", List.of());
        data.put("Ports", List.of(Map.of("URL", "0.0.0.0", "Port", 80), Map.of("URL", "::", "Port", 81)));
        data.put("Map", Map.of("k2", "v2", "k1", "v1"));
        data.put("Arrow", "80->80 & <x>");
        data.put("Label", (Method) arguments -> "label:" + arguments.get(0));
        return data;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "{{.Name}} # web-1",
                "a{{ .Name }}b # aweb-1b",
                "{{.Code}} {{.Up}} {{.Ratio}} {{.Nothing}} # 3 true 0.25 <no value>",
                "{{.List}} {{.Map}} # [a b c] map[k1:v1 k2:v2]",
                "x  {{- .Name -}}  y # xweb-1y",
                "a {{/* a comment */}}b # a b",
                "a {{- /* a comment */ -}} b # ab",
                "{{if .Up}}yes{{else}}no{{end}} # yes",
                "{{if .Empty}}yes{{else}}no{{end}} # no",
                "{{if .Empty}}1{{else if .None}}2{{else if eq .Code 3}}3{{else}}4{{end}} # 3",
                "{{with .Name}}<{{.}}>{{else}}none{{end}} # <web-1>",
                "{{with .Empty}}<{{.}}>{{else}}none{{end}} # none",
                "{{with $n := .Code}}{{$n}}{{end}} # 3",
                "{{range .List}}{{.}};{{end}} # a;b;c;",
                "{{range $i, $e := .List}}{{$i}}={{$e}} {{end}}. # 0=a 1=b 2=c .",
                "{{range $k, $v := .Map}}{{$k}}={{$v}},{{end}} # k1=v1,k2=v2,",
                "{{range .None}}x{{else}}empty{{end}} # empty",
                "{{range .Ports}}{{.URL}}:{{.Port}} {{$.Name}} {{end}}. # 0.0.0.0:80 web-1 :::81 web-1 .",
                "{{range .List}}{{if eq . \"b\"}}{{continue}}{{end}}{{.}}{{end}} # ac",
                "{{range .List}}{{if eq . \"b\"}}{{break}}{{end}}{{.}}{{end}} # a",
                "{{$x := .Code}}{{$x}}{{$x = 4}}{{$x}} # 34",
                "{{$x := 1}}{{if true}}{{$x = 2}}{{end}}{{$x}} # 2",
                "{{(index .Ports 1).URL}} {{index .List 0}} {{index .Map \"k1\"}} # :: a v1",
                "{{len .List}} {{len .Name}} {{slice .Name 0 3}} # 3 5 web",
                "{{json .List}} {{json .Name}} {{json .Arrow}} # [\"a\",\"b\",\"c\"] \"web-1\" \"80->80 & <x>\"",
                "{{join .List \", \"}} {{upper .Name}} {{lower \"AB\"}} {{title \"ab cd\"}} # a, b, c WEB-1 ab Ab Cd",
                "{{join (split \"a/b\" \"/\") \"+\"}} {{truncate .Name 3}} <{{pad .Name 1 2}}> # a+b web < web-1  >",
                "{{.Name | upper | printf \"%s!\"}} # WEB-1!",
                "{{.List | len | printf \"%03d\"}} # 003",
                "{{printf \"%-7s|%7s|%q|%d|%v|%.2f|%5.1f|%t|%x|%%\" .Name .Name .Name 5 .Up 1.005 2.25 true 255}}"
                        + " # web-1  |  web-1|\"web-1\"|5|true|1.00|  2.2|true|ff|%",
                "{{print 1 2 \"a\" \"b\" 3}} # 1 2ab3",
                "{{and .Up .Name}} {{or .Empty .Name}} {{not .Up}} # web-1 web-1 false",
                "{{and .Empty .Missing.Deep}}. # .",
                "{{eq .Code 1 2 3}} {{ne .Name \"x\"}} {{lt 1 2}} {{le 2 2}} {{gt 1 2}} {{ge .Ratio 0.25}}"
                        + " # true true true true false true",
                "{{.Label \"a.b\"}} {{\"c\" | .Label}} # label:a.b label:c",
                "{{`raw \\n`}} {{\"tab\\x21\\u00e9\"}} {{'a'}} {{0x10}} {{-3}} {{1.5e2}} # raw \\n tab!é 97 16 -3 150",
                "{{range 3}}{{.}}{{end}} # 012",
                "}} {{\"{{\"}} # }} {{",
            })
    void rendersWhatGoWould(String template, String expected) {
        assertThat(Template.parse(template).render(DATA)).isEqualTo(expected);
    }

    @Test
    void takesTabsAndLineEndsAsShellsPassThemOn() {
        assertThat(Template.parse("{{.Name}}\\t{{.Code}}\\n").render(DATA)).isEqualTo("web-1\t3\n");
        assertThat(Template.parse("{{println .Name 1}}").render(DATA)).isEqualTo("web-1 1\n");
    }

    @Test
    void writesWholeObjectsWithoutMethods() {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("A", "->"));
        data.put("Label", (Method) arguments -> "");

        assertThat(Template.parse("{{json .}}").render(data)).isEqualTo("{\"A\":\"-\\u003e\"}");
        assertThat(Template.parse("{{json .A}}").render(Map.of("A", "\\u003c<")))
                .isEqualTo("\"\\\\u003c<\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "{{.Name # 3 # unclosed action",
                "{{.Name}}{{end}} # 10 # unexpected {{end}}: nothing is open",
                "{{if .Name}}x # 1 # {{if}} without {{end}}",
                "a{{range .List}}x # 2 # {{range}} without {{end}}",
                "{{if .Name}}a{{else}}b{{else}}c{{end}} # 23 # a second {{else}} for {{if}}",
                "{{uper .Name}} # 3 # there is no function \"uper\"; did you mean \"upper\"?",
                "{{.Name | zzzzzzz}} # 11 # there is no function \"zzzzzzz\"; there are and, eq",
                "{{\"abc}} # 3 # unterminated literal",
                "{{\"a\\q\"}} # 5 # unknown escape",
                "{{.Name | }} # 11 # a value is missing in the action",
                "{{(.Name}} # 3 # unclosed left parenthesis",
                "{{.Name)}} # 8 # unexpected \")\" in action",
                "{{}} # 3 # a value is missing in the action",
                "{{/* x }} # 1 # unclosed comment",
                "{{break}} # 1 # {{break}} outside of {{range}}",
                "{{define \"x\"}}{{end}} # 1 # {{define}} is not supported",
                "{{.Name 1 # 3 # unclosed action",
                "{{3 4}} # 3 # can't give argument to non-function",
                "{{.A ! 1}} # 6 # unexpected \"!\" in action",
            })
    void pointsAtWhatIsNoTemplate(String template, int character, String message) {
        assertThatThrownBy(() -> Template.parse(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith(" (at character " + character + " of the template)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "{{.Nam}} # there is no field .Nam; did you mean .Name?",
                "{{.name}} # there is no field .name; did you mean .Name?",
                "{{range .Ports}}{{.Url}}{{end}} # there is no field .Url; did you mean .URL?",
                "{{.Name.First}} # can't take the field .First of the text \"web-1\"",
                "{{index .List 9}} # index: index out of range: 9, of a list of 3",
                "{{index .Name 0}} # index: can't index the text",
                "{{lt .Name 3}} # lt: cannot compare the text \"web-1\" and 3",
                "{{upper .Code}} # upper: expected a text, got 3",
                "{{join .Name \",\"}} # join: expected a list, got the text",
                "{{upper}} # upper: takes 1 arguments, got 0",
                "{{printf \"%d\" .Name}} # printf: %d needs a whole number, got the text",
                "{{printf \"%s\" .Name .Code}} # printf: more values than verbs",
                "{{range .Up}}{{end}} # range can't iterate over true",
                "{{.Name 1}} # .Name takes no arguments",
                "{{$x}} # undefined variable \"$x\"",
            })
    void saysWhatDoesNotGoWithTheData(String template, String message) {
        assertThatThrownBy(() -> Template.parse(template).render(DATA))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void checksFieldsBeforeThereIsData() {
        Template template = Template.parse("{{range .Ports}}{{.URL}}{{$.Name}}{{end}}{{if .Up}}{{.Cod}}{{end}}");

        assertThatThrownBy(() -> template.check(List.of("Ports", "Name", "Up", "Code")))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("there is no field .Cod; did you mean .Code?");
        template.check(Arrays.asList("Ports", "Name", "Up", "Cod"));
    }

    @Test
    void makesHeadings() {
        Map<String, String> headings = Map.of("Name", "NAME", "Ports", "PORTS", "Code", "EXIT CODE");

        assertThat(Template.parse("{{.Name}}\t{{json .Ports}}\t{{upper .Name}}: {{.Code}}")
                        .heading(headings))
                .isEqualTo("NAME\tPORTS\tNAME: EXIT CODE");
        assertThat(Template.parse("{{range .Ports}}{{.URL}}{{end}}\t{{printf \"%d\" .Code}}")
                        .heading(headings))
                .isEqualTo("PORTS\tEXIT CODE");
    }
}
