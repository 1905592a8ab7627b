package dev.lockstep.spec.proof;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Symbol;
import dev.lockstep.spec.model.Type.Simple;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sequence numbers may be taken to be 0 without loss: all that expressions do with them (compare them, subtract them, add a
 * size) stays the same when numbers that meet are moved along the circle together. So of each group of numbers that meet one
 * can be fixed, unless the group meets a constant. For Z3 that is a number less to think of in every comparison.
 */
final class Translation {

    /** Stands for every constant among the members of a group, which are names otherwise. */
    private static final String CONSTANT = "";

    /** A member's way to the one that stands for its group. */
    private final Map<String, String> parents = new LinkedHashMap<>();

    /** Takes note of what meets in an expression. */
    void read(Expr expr) {
        read(expr, Map.of());
    }

    /** Takes note that a name now means what an expression means. */
    void assign(Symbol symbol, Expr value) {
        read(value);
        if (symbol.type() == Simple.SEQ || symbol.type() == Simple.RANGES) {
            Set<String> meeting = members(value, Map.of());
            meeting.add(symbol.name());
            join(meeting);
        }
    }

    /** Of each group that may be moved the first of these names. */
    List<Symbol> free(Collection<Symbol> symbols) {
        String fixed = find(CONSTANT);
        var first = new LinkedHashMap<String, Symbol>();
        for (Symbol symbol : symbols) {
            if (symbol.type() == Simple.SEQ && !find(symbol.name()).equals(fixed)) {
                first.putIfAbsent(find(symbol.name()), symbol);
            }
        }
        return List.copyOf(first.values());
    }

    /** @param arguments the members that stand for each argument of the definition being read */
    private void read(Expr expr, Map<String, Set<String>> arguments) {
        if (expr instanceof Expr.Use use) {
            read(use.definition().is(), inside(use, arguments));
        }
        List<Expr> parts = expr.children();
        // Whatever stands together in one node meets there; where it does not, no more than a chance is lost.
        var meeting = new LinkedHashSet<String>();
        parts.forEach(part -> meeting.addAll(members(part, arguments)));
        if (!(expr instanceof Expr.And || expr instanceof Expr.Or || expr instanceof Expr.Use)) {
            join(meeting);
        }
        parts.forEach(part -> read(part, arguments));
    }

    /** The names and constants that a sequence number or a set of them is made from; nothing for another type. */
    private Set<String> members(Expr expr, Map<String, Set<String>> arguments) {
        var members = new LinkedHashSet<String>();
        if (expr.type() != Simple.SEQ && expr.type() != Simple.RANGES) {
            return members;
        }
        if (expr instanceof Expr.Name name && name.symbol() instanceof Argument argument) {
            members.addAll(arguments.get(argument.name()));
        } else if (expr instanceof Expr.Name name) {
            members.add(name.symbol().name());
        } else if (expr instanceof Expr.Number) {
            members.add(CONSTANT);
        } else if (expr instanceof Expr.Use use) {
            members.addAll(members(use.definition().is(), inside(use, arguments)));
        } else {
            expr.children().forEach(part -> members.addAll(members(part, arguments)));
        }
        return members;
    }

    private Map<String, Set<String>> inside(Expr.Use use, Map<String, Set<String>> arguments) {
        var inside = new HashMap<String, Set<String>>();
        for (int i = 0; i < use.arguments().size(); i++) {
            String name = use.definition().arguments().get(i).name();
            inside.put(name, members(use.arguments().get(i), arguments));
        }
        return inside;
    }

    // ------------------------------------------------------------------------------------------ groups

    private void join(Set<String> members) {
        String first = null;
        for (String member : members) {
            String group = find(member);
            first = first == null ? group : first;
            parents.put(group, first);
        }
    }

    private String find(String member) {
        String at = member;
        for (String next = parents.get(at); next != null && !next.equals(at); next = parents.get(at)) {
            at = next;
        }
        return at;
    }
}
