package io.github.jcompose.cli.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies a template to data, once. */
final class Evaluation {
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Functions functions;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Map<String, @Nullable Object>> scopes = new ArrayDeque<>();
    private @Nullable Object dot;

    Evaluation(@Nullable Object data, Functions functions) {
        this.functions = functions;
        this.dot = data;
        Map<String, @Nullable Object> outermost = new HashMap<>();
        outermost.put("$", data);
        scopes.push(outermost);
    }

    String run(List<Statement> statements) {
        all(statements);
        return out.toString();
    }

    private Flow all(List<Statement> statements) {
        for (Statement statement : statements) {
            Flow flow = one(statement);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow one(Statement statement) {
        if (statement instanceof Statement.Text text) {
            out.append(text.text());
        } else if (statement instanceof Statement.Output output) {
            out.append(Values.text(value(output.value())));
        } else if (statement instanceof Statement.Assignment assignment) {
            assign(assignment, value(assignment.value()));
        } else if (statement instanceof Statement.Condition condition) {
            return condition(condition);
        } else if (statement instanceof Statement.Range range) {
            return range(range);
        } else if (statement instanceof Statement.Jump jump) {
            return jump.ends() ? Flow.BREAK : Flow.CONTINUE;
        }
        return Flow.ON;
    }

    private void assign(Statement.Assignment assignment, @Nullable Object value) {
        set(assignment.position(), assignment.name(), assignment.declares(), value);
    }

    private void set(int position, String name, boolean declares, @Nullable Object value) {
        for (Map<String, @Nullable Object> scope : scopes) {
            if (declares || scope.containsKey(name)) {
                scope.put(name, value);
                return;
            }
        }
        throw new TemplateException(position, "undefined variable \"" + name + "\"");
    }

    private Flow condition(Statement.Condition condition) {
        scopes.push(new HashMap<>());
        Object outer = dot;
        try {
            Object value = value(condition.value());
            Statement.Assignment variable = condition.variable();
            if (variable != null) {
                assign(variable, value);
            }
            if (!Values.isTrue(value)) {
                return all(condition.otherwise());
            }
            dot = condition.with() ? value : dot;
            return all(condition.then());
        } finally {
            dot = outer;
            scopes.pop();
        }
    }

    private Flow range(Statement.Range range) {
        Map<Object, @Nullable Object> items = items(range, value(range.value()));
        if (items.isEmpty()) {
            return all(range.otherwise());
        }
        Object outer = dot;
        try {
            for (Map.Entry<Object, @Nullable Object> item : items.entrySet()) {
                scopes.push(new HashMap<>());
                try {
                    dot = item.getValue();
                    set(range, range.key(), item.getKey());
                    set(range, range.item(), item.getValue());
                    if (all(range.body()) == Flow.BREAK) {
                        break;
                    }
                } finally {
                    scopes.pop();
                }
            }
        } finally {
            dot = outer;
        }
        return Flow.ON;
    }

    private void set(Statement.Range range, @Nullable String name, @Nullable Object value) {
        if (name != null) {
            set(range.position(), name, range.declares(), value);
        }
    }

    private static Map<Object, @Nullable Object> items(Statement.Range range, @Nullable Object value) {
        Map<Object, @Nullable Object> items = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            new TreeMap<>(map).forEach(items::put);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> items.put((long) items.size(), item));
        } else if (value instanceof Long count) {
            for (long i = 0; i < count; i++) {
                items.put(i, i);
            }
        } else if (value != null) {
            throw new TemplateException(range.position(), "range can't iterate over " + Values.kind(value));
        }
        return items;
    }

    private @Nullable Object value(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        } else if (expression instanceof Expression.Dot) {
            return dot;
        } else if (expression instanceof Expression.Variable variable) {
            return variable(variable);
        } else if (expression instanceof Expression.Field field) {
            return field(field);
        }
        return call((Expression.Call) expression);
    }

    private @Nullable Object variable(Expression.Variable variable) {
        for (Map<String, @Nullable Object> scope : scopes) {
            if (scope.containsKey(variable.name())) {
                return scope.get(variable.name());
            }
        }
        throw new TemplateException(variable.position(), "undefined variable \"" + variable.name() + "\"");
    }

    private @Nullable Object field(Expression.Field field) {
        Object of = value(field.of());
        if (!(of instanceof Map<?, ?> map)) {
            throw new TemplateException(
                    field.position(), "can't take the field ." + field.name() + " of " + Values.kind(of));
        }
        if (!map.containsKey(field.name())) {
            throw Template.unknown(
                    field, map.keySet().stream().map(String::valueOf).toList());
        }
        Object value = map.get(field.name());
        if (value instanceof Method method) {
            return guarded(field.position(), "." + field.name(), () -> method.call(values(field.arguments())));
        }
        if (!field.arguments().isEmpty()) {
            throw new TemplateException(field.position(), "." + field.name() + " takes no arguments");
        }
        return value;
    }

    private @Nullable Object call(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        boolean and = call.function().equals("and");
        if (and || call.function().equals("or")) {
            // The rest is not looked at once the answer is known.
            Object value = null;
            for (Expression argument : arguments) {
                value = value(argument);
                if (Values.isTrue(value) != and) {
                    return value;
                }
            }
            if (!arguments.isEmpty()) {
                return value;
            }
        }
        return guarded(call.position(), call.function(), () -> functions.call(call.function(), values(arguments)));
    }

    private List<@Nullable Object> values(List<Expression> expressions) {
        List<@Nullable Object> values = new ArrayList<>();
        expressions.forEach(expression -> values.add(value(expression)));
        return values;
    }

    private interface Work {
        @Nullable
        Object run();
    }

    private static @Nullable Object guarded(int position, String what, Work work) {
        try {
            return work.run();
        } catch (TemplateException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new TemplateException(position, what + ": " + e.getMessage());
        }
    }
}
