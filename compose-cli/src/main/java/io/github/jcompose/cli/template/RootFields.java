package io.github.jcompose.cli.template;

import java.util.ArrayList;
import java.util.List;

/** Finds the fields of the data itself that a template names, in their order. */
final class RootFields {
    private final List<Expression.Field> found = new ArrayList<>();

    private RootFields() {}

    static List<Expression.Field> of(List<Statement> statements) {
        RootFields fields = new RootFields();
        fields.visit(statements, true);
        return fields.found;
    }

    /**
     * @param root whether the dot is still the data
     */
    private void visit(List<Statement> statements, boolean root) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Output output) {
                visit(output.value(), root);
            } else if (statement instanceof Statement.Assignment assignment) {
                visit(assignment.value(), root);
            } else if (statement instanceof Statement.Condition condition) {
                visit(condition.value(), root);
                visit(condition.then(), root && !condition.with());
                visit(condition.otherwise(), root);
            } else if (statement instanceof Statement.Range range) {
                visit(range.value(), root);
                visit(range.body(), false);
                visit(range.otherwise(), root);
            }
        }
    }

    private void visit(Expression expression, boolean root) {
        if (expression instanceof Expression.Call call) {
            call.arguments().forEach(argument -> visit(argument, root));
        } else if (expression instanceof Expression.Field field) {
            boolean ofDot = root && field.of() instanceof Expression.Dot;
            boolean ofData = field.of() instanceof Expression.Variable variable
                    && variable.name().equals("$");
            if (ofDot || ofData) {
                found.add(field);
            } else {
                visit(field.of(), root);
            }
            field.arguments().forEach(argument -> visit(argument, root));
        }
    }
}
