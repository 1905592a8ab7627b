package dev.lockstep.spec.check;

import dev.lockstep.spec.diagnostic.Code;
import dev.lockstep.spec.diagnostic.Diagnostics;
import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.load.Raw;
import dev.lockstep.spec.model.Argument;
import dev.lockstep.spec.model.Definition;
import dev.lockstep.spec.model.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks each definition when it is first used, so that they may stand in any order. One that uses itself is reported, and so
 * is one that would fill the memory of whoever writes it out.
 */
final class DefinitionChecker implements Vocabulary.Definitions {

    /** Definitions that use each other, one inside the next; the present tables have 4. */
    private static final int DEEPEST = 32;

    /** Parts of a definition once all definitions in it are written out; the present tables stay under 100. */
    private static final int LARGEST = 10_000;

    private final Map<String, Raw.Definition> raw = new LinkedHashMap<>();
    private final Vocabulary vocabulary;
    private final Types types;
    private final Diagnostics diagnostics;
    private final Map<String, Optional<Definition>> done = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    DefinitionChecker(List<Raw.Definition> all, Vocabulary vocabulary, Types types, Diagnostics diagnostics) {
        all.forEach(definition -> raw.putIfAbsent(definition.name().text(), definition));
        this.vocabulary = vocabulary;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    @Override
    public Set<String> names() {
        return raw.keySet();
    }

    /** All of them, in the author's order. */
    List<Definition> all() {
        var all = new ArrayList<Definition>();
        raw.keySet().forEach(name -> get(name).ifPresent(all::add));
        return all;
    }

    @Override
    public Optional<Definition> get(String name) {
        Optional<Definition> known = done.get(name);
        if (known != null) {
            return known;
        }
        Raw.Definition wanted = raw.get(name);
        if (wanted == null) {
            return Optional.empty();
        }
        if (open.contains(name)) {
            return recursive(wanted);
        }
        if (open.size() >= DEEPEST) {
            diagnostics.add(
                    wanted.name().place(),
                    Code.DEFINITION_TOO_LARGE,
                    "more than " + DEEPEST + " definitions use each other, one inside the next",
                    "write some of them out");
            return Optional.empty();
        }
        open.push(name);
        Optional<Definition> checked = check(wanted);
        open.pop();
        done.put(name, checked);
        return checked;
    }

    private Optional<Definition> recursive(Raw.Definition definition) {
        String name = definition.name().text();
        var circle = new ArrayList<String>();
        circle.add(name);
        for (String user : open) { // the innermost first
            circle.add(user);
            if (user.equals(name)) {
                break;
            }
        }
        diagnostics.add(
                definition.name().place(),
                Code.DEFINITION_RECURSIVE,
                "`" + name + "` uses itself: " + String.join(" -> ", circle.reversed()),
                "a definition is written out wherever it stands, so it has to come to an end");
        return Optional.empty();
    }

    private Optional<Definition> check(Raw.Definition definition) {
        Map<String, Argument> arguments = arguments(definition);
        Optional<Type> type = types.of(definition.type(), Types.Use.DEFINITION);
        String event = definition.event().map(types::event).orElse("");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        var scope = new Scope(vocabulary, Scope.Kind.BODY, event, arguments, Set.of());
        var typing = new Typing(scope, diagnostics);
        Expr is =
                definition.is().map(syntax -> typing.typed(syntax, type.get())).orElse(null);
        if (is != null && isTooLarge(definition, is)) {
            is = null;
        }
        return Optional.of(new Definition(
                definition.name().text(),
                List.copyOf(arguments.values()),
                type.get(),
                is == null ? Types.anyOf(type.get(), definition.name().place()) : is,
                event,
                definition.about(),
                definition.rfc(),
                definition.name().place()));
    }

    private Map<String, Argument> arguments(Raw.Definition definition) {
        var arguments = new LinkedHashMap<String, Argument>();
        var declared = new Names(Code.DECLARED_TWICE, diagnostics);
        for (Raw.ArgumentType argument : definition.arguments()) {
            String name = argument.name().text();
            Optional<Type> type = types.of(argument.type(), Types.Use.ARGUMENT);
            boolean isTaken = vocabulary.symbols.containsKey(name)
                    || raw.containsKey(name)
                    || vocabulary.states.containsKey(name)
                    || vocabulary.isEnumeral(name);
            if (isTaken) {
                diagnostics.add(
                        argument.name().place(),
                        Code.DECLARED_TWICE,
                        "the argument `" + name + "` would hide something else of this name",
                        "choose another name");
            } else if (declared.declare(argument.name()) && type.isPresent()) {
                arguments.put(
                        name, new Argument(name, type.get(), "", argument.name().place()));
            }
        }
        return arguments;
    }

    private boolean isTooLarge(Raw.Definition definition, Expr is) {
        int size = size(is);
        sizes.put(definition.name().text(), size);
        if (size <= LARGEST) {
            return false;
        }
        sizes.put(definition.name().text(), 1); // it is reported, and those that use it need not be
        diagnostics.add(
                definition.name().place(),
                Code.DEFINITION_TOO_LARGE,
                "`" + definition.name().text() + "` has more than %,d parts once written out".formatted(LARGEST),
                "let it use fewer definitions: " + used(is));
        return true;
    }

    private static String used(Expr is) {
        return is.parts()
                .flatMap(part -> part instanceof Expr.Use use
                        ? Stream.of(use.definition().name())
                        : Stream.empty())
                .distinct()
                .sorted()
                .limit(5)
                .collect(Collectors.joining(", "));
    }

    /** Parts once written out, at most a little over the limit. */
    private int size(Expr expr) {
        int size = 1;
        if (expr instanceof Expr.Use use) {
            size += sizes.getOrDefault(use.definition().name(), 0);
        }
        for (Expr part : expr.children()) {
            size = Math.min(size + size(part), LARGEST + 1);
        }
        return size;
    }
}
