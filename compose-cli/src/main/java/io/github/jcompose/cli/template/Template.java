package io.github.jcompose.cli.template;

import io.github.jcompose.cli.args.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A template of Go's kind. It is applied to maps, lists, texts, numbers, truth values and null. */
public final class Template {
    private final List<Statement> statements;

    private Template(List<Statement> statements) {
        this.statements = statements;
    }

    /**
     * {@return the template that the text is}
     *
     * @throws TemplateException if it is none
     */
    public static Template parse(String text) {
        return new Template(new Parser(text).template());
    }

    /**
     * {@return the text for that data}
     *
     * @throws TemplateException if they do not go together
     */
    public String render(@Nullable Object data) {
        return new Evaluation(data, Functions.OF_VALUES).run(statements);
    }

    /**
     * {@return the heading for a table of it: what it gives where each field's value is the field's heading}
     *
     * @param headings by field
     */
    public String heading(Map<String, ?> headings) {
        StringBuilder heading = new StringBuilder();
        for (Statement statement : statements) {
            try {
                heading.append(new Evaluation(headings, Functions.OF_HEADINGS).run(List.of(statement)));
            } catch (TemplateException e) {
                // What needs a list or a number: the first of its fields must do.
                heading.append(RootFields.of(List.of(statement)).stream()
                        .map(field -> headings.get(field.name()))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .findFirst()
                        .orElse(""));
            }
        }
        return heading.toString();
    }

    /**
     * Checks that the fields it asks for are there.
     *
     * @param known all fields of what it will be applied to
     * @throws TemplateException for one that is not among them
     */
    public void check(Collection<String> known) {
        for (Expression.Field field : RootFields.of(statements)) {
            if (!known.contains(field.name())) {
                throw unknown(field, known);
            }
        }
    }

    static TemplateException unknown(Expression.Field field, Collection<String> known) {
        String near = Nearest.to(field.name(), known);
        if (near == null) {
            near = known.stream()
                    .filter(name -> name.equalsIgnoreCase(field.name()))
                    .findFirst()
                    .orElse(null);
        }
        String hint = near != null
                ? "; did you mean ." + near + "?"
                : known.isEmpty() ? "" : "; there are ." + String.join(", .", new TreeSet<>(known));
        return new TemplateException(field.position(), "there is no field ." + field.name() + hint);
    }
}
