package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.expr.Statement;
import java.util.List;
import java.util.stream.Stream;

/** What expressions consist of. */
final class Walk {

    private Walk() {}

    /** The expressions directly inside. */
    static List<Expr> children(Expr expr) {
        return switch (expr) {
            case Expr.Number ignored -> List.of();
            case Expr.Truth ignored -> List.of();
            case Expr.Enumeral ignored -> List.of();
            case Expr.EnumeralSet ignored -> List.of();
            case Expr.Name ignored -> List.of();
            case Expr.CurrentState ignored -> List.of();
            case Expr.StateName ignored -> List.of();
            case Expr.Armed ignored -> List.of();
            case Expr.Use use -> use.arguments();
            case Expr.Builtin builtin -> builtin.arguments();
            case Expr.Not not -> List.of(not.operand());
            case Expr.And and -> and.operands();
            case Expr.Or or -> or.operands();
            case Expr.Compare compare -> compare.operands();
            case Expr.In in ->
                Stream.concat(Stream.of(in.operand()), in.members().stream()).toList();
            case Expr.Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
            case Expr.If choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Expr.Otherwise ignored -> List.of();
            case Expr.At at -> List.of(at.operand());
        };
    }

    /** The expression and all inside it. */
    static Stream<Expr> all(Expr expr) {
        return Stream.concat(Stream.of(expr), children(expr).stream().flatMap(Walk::all));
    }

    /** The expression, all inside it, and all inside the definitions it uses. */
    static Stream<Expr> through(Expr expr) {
        Stream<Expr> definition =
                expr instanceof Expr.Use use ? through(use.definition().is()) : Stream.empty();
        return Stream.of(Stream.of(expr), definition, children(expr).stream().flatMap(Walk::through))
                .flatMap(part -> part);
    }

    /** The expressions of a statement: a right-hand side, arguments, a duration. */
    static List<Expr> expressions(Statement statement) {
        return switch (statement) {
            case Statement.Assign assign -> List.of(assign.value());
            case Statement.Perform perform -> perform.arguments();
            case Statement.Start start -> List.of(start.duration());
            case Statement.Restart restart -> List.of(restart.duration());
            case Statement.Cancel ignored -> List.of();
            case Statement.Call ignored -> List.of();
            case Statement.DeleteTcb ignored -> List.of();
        };
    }
}
