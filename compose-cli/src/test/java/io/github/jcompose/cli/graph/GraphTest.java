package io.github.jcompose.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GraphTest {
    private static final String SHOP = """
            name: shop
            services:
              web:
                image: nginx:1.25
                ports: ["8080:80", "127.0.0.1:8443:443/udp", "9000"]
                depends_on:
                  api: {condition: service_healthy}
                  cache: {condition: service_started, required: false}
                networks: [front, back]
              api:
                build: ./api
                deploy: {replicas: 3}
                depends_on: {migrate: {condition: service_completed_successfully}}
                networks: [back]
                volumes: [data:/data]
              cache: {image: redis, networks: [back]}
              migrate: {image: 'x<y>&"z"', networks: [back]}
            networks: {front: {external: true}, back: {internal: true}}
            volumes: {data: {}}
            """;

    @Test
    void writesAMermaidFlowchart() {
        assertThat(Mermaid.of(graph(SHOP))).isEqualTo("""
                flowchart TB
                  s0["<b>api</b> ×3<br/>build api"]
                  s1["<b>cache</b><br/>redis"]
                  s2["<b>migrate</b><br/>x&lt;y&gt;&amp;&quot;z&quot;"]
                  s3["<b>web</b><br/>nginx:1.25"]
                  s0 -->|completed| s2
                  s3 -->|healthy| s0
                  s3 -.->|started| s1
                  n0(("back<br/><i>internal</i>"))
                  s0 -.- n0
                  s1 -.- n0
                  s2 -.- n0
                  s3 -.- n0
                  n1(("front<br/><i>external</i>"))
                  s3 -.- n1
                  p0(["8080:80"]) --> s3
                  p1(["127.0.0.1:8443:443/udp"]) --> s3
                  p2(["9000"]) --> s3
                """);
    }

    @Test
    void writesADigraph() {
        assertThat(Dot.of(graph(SHOP)))
                .startsWith("digraph \"shop\" {\n")
                .endsWith("}\n")
                .contains(
                        "\"service migrate\" [label=\"migrate\\nx<y>&\\\"z\\\"\"];",
                        "\"service web\" -> \"service api\" [label=\"healthy\"];",
                        "\"service web\" -> \"service cache\" [label=\"started\", style=dashed];",
                        "\"network front\" [shape=ellipse, style=solid, label=\"front\\nexternal\"];",
                        "\"service web\" -> \"network front\" [dir=none, style=dotted];");
    }

    @Test
    void drawsEachServiceInABoxOfItsOwnAboveWhatItNeeds() throws Exception {
        Document document = svg(SHOP);
        List<double[]> boxes = boxes(document);

        assertThat(boxes).hasSize(4);
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                double[] a = boxes.get(i);
                double[] b = boxes.get(j);
                boolean apart =
                        a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || a[1] + a[3] <= b[1] || b[1] + b[3] <= a[1];
                assertThat(apart).as("boxes %s and %s are apart", i, j).isTrue();
            }
        }
        assertThat(top(document, "web")).isLessThan(top(document, "api ×3"));
        assertThat(top(document, "api ×3")).isLessThan(top(document, "migrate"));
        assertThat(texts(document))
                .contains("shop", "x<y>&\"z\"", "8080:80", "▤ data", "front (external)", "healthy", "completed");
    }

    @Test
    void drawsAProjectWithoutNetworksAndDependencies() throws Exception {
        assertThat(texts(svg("name: one\nservices: {web: {image: nginx, network_mode: host}}\n")))
                .containsExactly("one", "web", "nginx");
    }

    @Test
    void drawsManyServicesWithinTheBoundsOfThePicture() throws Exception {
        StringBuilder file = new StringBuilder("name: many\nservices:\n");
        for (int i = 0; i < 60; i++) {
            file.append("  s").append(i).append(": {image: busybox");
            if (i > 4) {
                file.append(", depends_on: [s")
                        .append(i / 2)
                        .append(", s")
                        .append(i / 3)
                        .append("]");
            }
            file.append("}\n");
        }
        Document document = svg(file.toString());
        double width = Double.parseDouble(document.getDocumentElement().getAttribute("width"));
        double height = Double.parseDouble(document.getDocumentElement().getAttribute("height"));

        assertThat(boxes(document)).hasSize(60).allSatisfy(box -> {
            assertThat(box[0]).isNotNegative();
            assertThat(box[0] + box[2]).isLessThan(width);
            assertThat(box[1] + box[3]).isLessThan(height);
        });
    }

    private static Graph graph(String file) {
        Project project = ComposeLoader.builder()
                .files(List.of("-"))
                .standardInput(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                .build()
                .load();
        return Graph.of(project);
    }

    private static Document svg(String file) throws Exception {
        byte[] text = Svg.of(graph(file)).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text));
    }

    private static List<double[]> boxes(Document document) {
        List<double[]> boxes = new ArrayList<>();
        for (Element rect : elements(document, "rect")) {
            if (rect.getAttribute("class").equals("box")) {
                boxes.add(new double[] {
                    number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height")
                });
            }
        }
        return boxes;
    }

    private static double top(Document document, String text) {
        return elements(document, "text").stream()
                .filter(element -> element.getTextContent().equals(text))
                .mapToDouble(element -> number(element, "y"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Document document) {
        return elements(document, "text").stream().map(Element::getTextContent).toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList list = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }
}
