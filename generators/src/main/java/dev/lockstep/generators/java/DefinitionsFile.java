package dev.lockstep.generators.java;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Definition;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The class of all definitions, as its template knows it. */
record DefinitionsFile(String source, String packageName, List<String> imports, List<DefinitionView> definitions) {

    /** One definition: a static method. */
    record DefinitionView(List<String> doc, String type, String method, String formal, String body) {}

    static DefinitionsFile of(Surface surface) {
        List<DefinitionView> views = surface.protocol().definitions().stream()
                .map(definition -> view(surface, definition))
                .toList();
        Stream<String> code = views.stream().flatMap(view -> Stream.of(view.body(), view.formal(), view.type()));
        return new DefinitionsFile(
                surface.protocol().name() + "/vocabulary.yaml", surface.packageName(), Head.imports(code), views);
    }

    private static DefinitionView view(Surface surface, Definition definition) {
        Doc value = new JavaExpr(surface, Map.of()).doc(definition.is());
        return new DefinitionView(
                Prose.doc(named(definition), 4),
                surface.type(definition.type()),
                Words.camel(definition.name()),
                JavaExpr.formal(surface.handed(definition)),
                Layout.lines(Doc.of(Doc.text("return "), value, Doc.text(";")), 8));
    }

    private static String named(Definition definition) {
        String sentence = Prose.sentence(definition.about(), definition.rfc());
        return sentence.isEmpty() ? definition.name() : definition.name() + ": " + sentence;
    }

    /** What to import for the definitions that expressions use themselves, in the order of their names. */
    static List<String> imports(Surface surface, Stream<Expr> expressions) {
        return expressions
                .flatMap(Expr::parts)
                .filter(Expr.Use.class::isInstance)
                .map(use -> Words.camel(((Expr.Use) use).definition().name()))
                .distinct()
                .sorted()
                .map(name -> surface.packageName() + ".Definitions." + name)
                .toList();
    }
}
