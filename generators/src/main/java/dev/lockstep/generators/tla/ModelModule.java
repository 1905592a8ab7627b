package dev.lockstep.generators.tla;

import static dev.lockstep.generators.tla.ProtocolModule.render;

import dev.lockstep.spec.expr.Moments;
import dev.lockstep.spec.model.State;
import dev.lockstep.spec.models.Claim;
import dev.lockstep.spec.models.Endpoint;
import dev.lockstep.spec.models.Model;
import dev.lockstep.spec.models.Observables;
import dev.lockstep.spec.models.Setting;
import dev.lockstep.spec.models.UserCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model's module and configuration, as the templates want them. */
final class ModelModule {

    record View(
            Optional<String> rows,
            String name,
            String title,
            List<String> about,
            String source,
            String protocol,
            String start,
            int modulus,
            List<ConstantValue> constants,
            List<String> endpoints,
            List<String> keys,
            List<InputView> inputs,
            int faults,
            boolean lingers,
            boolean inTurn,
            boolean crashes,
            List<BudgetView> budgets,
            String arrival,
            List<DisturbanceView> disturbances,
            Optional<String> forgeries,
            Optional<ReportsView> reports,
            Optional<String> nothingHeard,
            List<TimerView> timers,
            List<String> armed,
            List<CallView> calls,
            String done,
            List<ActionView> actions,
            List<FairView> fairness,
            List<String> assumed,
            List<String> vain,
            String noted,
            List<ClaimView> invariants,
            List<ClaimView> steps,
            List<ClaimView> liveness,
            List<ClaimView> witnesses,
            List<String> checked,
            List<String> properties) {}

    record ConstantValue(String name, String value) {}

    /**
     * @param one is each end offered one value, so that nothing is left open?
     * @param offer the operator of the mechanism that gives what is offered, if that depends on what happened before
     */
    record InputView(
            String name,
            String comment,
            boolean one,
            String offer,
            String first,
            String firstValues,
            String secondValues) {}

    record BudgetView(String name, List<CallBudget> calls) {}

    record CallBudget(String name, int times) {}

    record DisturbanceView(String name, String guard, String operator) {}

    /**
     * @param made the set of reports that may be made to {@code p}
     * @param reaches whether one that is on its way reaches {@code p}: the mechanism promises no less
     * @param outcomes of its hearing {@code report}
     */
    record ReportsView(String made, String reaches, String outcomes) {}

    record TimerView(String name, String timer, String outcomes, List<String> assumption, boolean early) {}

    record CallView(String operator, String record, String key, String call, String outcomes) {}

    /** What is possible again and again, or from some time on for ever, happens at last. */
    record FairView(String possible, String happened, boolean strong) {}

    record ActionView(String name, String body) {}

    record ClaimView(String name, String body, List<String> comment) {}

    private final Model model;
    private final Outcomes outcomes;
    private final Actions actions;
    private final Network network;
    private final PropertyPrinter printer = new PropertyPrinter();

    ModelModule(Model model, Abstraction abstraction) {
        this.model = model;
        this.outcomes = new Outcomes(model, abstraction);
        this.actions = new Actions(model);
        this.network = new Network(model);
    }

    static String name(Model model) {
        return Identifiers.camel(model.name());
    }

    /** @param rows a variable for the rows that fired, if there is to be one */
    View view(Optional<String> rows) {
        List<ClaimView> invariants = claims(model.invariants());
        List<ClaimView> steps = model.steps().stream()
                .map(claim -> view(claim, printer.steps(claim)))
                .toList();
        List<ClaimView> liveness = claims(model.liveness());
        List<ClaimView> witnesses =
                model.witnesses().stream().map(this::witness).toList();
        List<String> assumed = model.protocol().invariants().stream()
                .filter(invariant -> !outcomes.abstraction().hidesSomeOf(invariant.is()))
                .map(ProtocolModule::invariantName)
                .toList();
        return new View(
                rows,
                name(model),
                model.title(),
                Comments.wrapped(model.about()),
                Comments.file(model.place()),
                ProtocolModule.name(model.protocol()),
                model.protocol().start().name(),
                model.modulus(),
                constants(),
                names().stream().map(Identifiers::string).toList(),
                names(),
                outcomes.inputs(),
                model.faults(),
                actions.lingers(),
                model.endpoints().stream().anyMatch(Endpoint::inTurn),
                model.endpoints().stream().anyMatch(endpoint -> endpoint.crashes() > 0),
                budgets(),
                outcomes.arrival(),
                actions.disturbances(),
                network.forgeries(),
                Optional.of(network).filter(Network::reports).map(there -> there.view(outcomes)),
                network.nothing(),
                outcomes.timers(),
                model.expiries().stream()
                        .map(expiry -> Identifiers.string(expiry.timer().name()))
                        .toList(),
                outcomes.calls(),
                done(),
                actions.all(),
                actions.fairness(outcomes),
                assumed,
                outcomes.vain(),
                "Paired("
                        + names().stream().map(name -> "tcb." + name + ".STATE").collect(Collectors.joining(", "))
                        + ")",
                invariants,
                steps,
                liveness,
                witnesses,
                checked(assumed, invariants),
                properties(steps, liveness));
    }

    private List<String> names() {
        return model.endpoints().stream().map(Endpoint::name).toList();
    }

    private List<ConstantValue> constants() {
        return model.parameters().stream()
                .map(setting ->
                        new ConstantValue(Identifiers.flat(setting.symbol().name()), value(setting)))
                .toList();
    }

    /** A constant, which reads no names. */
    static String value(Setting setting) {
        return render(new ExprPrinter(new ModelNaming("")).whole(setting.value()));
    }

    private List<BudgetView> budgets() {
        return model.endpoints().stream()
                .map(endpoint -> new BudgetView(
                        endpoint.name(),
                        Stream.concat(
                                        endpoint.calls().stream()
                                                .map(call -> new CallBudget(
                                                        Identifiers.flat(
                                                                call.event().name()),
                                                        call.times())),
                                        Stream.of(new CallBudget(Observables.CRASH, endpoint.crashes())))
                                .toList()))
                .toList();
    }

    private String done() {
        List<Doc> conditions = model.done().stream().map(printer::condition).toList();
        return render(ExprPrinter.bullets("\\/", conditions));
    }

    private List<ClaimView> claims(List<Claim> claims) {
        return claims.stream().map(claim -> view(claim, printer.claim(claim))).toList();
    }

    private static ClaimView view(Claim claim, Doc body) {
        return new ClaimView(
                Identifiers.camel(claim.id()), render(body), Comments.of(claim.about(), claim.rfc(), claim.place()));
    }

    private ClaimView witness(Claim claim) {
        Doc body = Doc.cat(
                Doc.text("("),
                new Doc.Align(printer.condition(claim.is())),
                Doc.text(")"),
                new Doc.Break(""),
                Doc.text("=> Witnessed(" + Identifiers.string(claim.id()) + ")"));
        return new ClaimView(
                witnessName(claim),
                render(isOfStep(claim) ? PropertyPrinter.ofSteps(body) : body),
                Comments.of(claim.about(), claim.rfc(), claim.place()));
    }

    private static String witnessName(Claim claim) {
        return "Witness" + Identifiers.camel(claim.id());
    }

    private static boolean isOfStep(Claim claim) {
        return claim.is().conditions().anyMatch(Moments::isOfStep);
    }

    /** What TLC is asked about steps and time. */
    private List<String> properties(List<ClaimView> steps, List<ClaimView> liveness) {
        return Stream.of(
                        steps.stream().map(ClaimView::name),
                        model.witnesses().stream().filter(ModelModule::isOfStep).map(ModelModule::witnessName),
                        liveness.stream().map(ClaimView::name))
                .flatMap(names -> names)
                .toList();
    }

    private List<String> checked(List<String> assumed, List<ClaimView> invariants) {
        var checked = new ArrayList<String>();
        checked.add("TypeOK");
        checked.add("OnlyTheseAreArmed");
        checked.add("NoConnectionNoTcb");
        checked.add("StatesNoted");
        assumed.forEach(name -> checked.add(holds(name)));
        checked.add("InVainChangesNothing");
        invariants.forEach(claim -> checked.add(claim.name()));
        model.witnesses().stream().filter(claim -> !isOfStep(claim)).forEach(claim -> checked.add(witnessName(claim)));
        return checked;
    }

    /** What is checked of an invariant of the tables. */
    static String holds(String invariant) {
        return invariant + "Holds";
    }

    /** The states in which a user makes a call, as a set. */
    static String states(List<State> states, Model model) {
        return states.containsAll(model.protocol().states())
                ? "States"
                : render(ExprPrinter.strings(states.stream().map(State::name).toList()));
    }

    /** The calls of all endpoints, one for each event, with all choices that any of them has. */
    static List<UserCall> distinctCalls(Model model) {
        Map<String, UserCall> byEvent = new LinkedHashMap<>();
        for (Endpoint endpoint : model.endpoints()) {
            endpoint.calls().forEach(call -> byEvent.merge(call.event().name(), call, ModelModule::joined));
        }
        return List.copyOf(byEvent.values());
    }

    private static UserCall joined(UserCall one, UserCall other) {
        Map<String, List<Setting>> choices = new LinkedHashMap<>();
        one.choices().forEach(choice -> choices.put(Outcomes.record(one, choice), choice));
        other.choices().forEach(choice -> choices.putIfAbsent(Outcomes.record(other, choice), choice));
        return new UserCall(
                one.event(), one.times(), List.copyOf(choices.values()), one.states(), one.fair(), one.place());
    }
}
