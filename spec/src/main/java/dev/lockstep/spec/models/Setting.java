package dev.lockstep.spec.models;

import dev.lockstep.spec.expr.Expr;
import dev.lockstep.spec.model.Symbol;

/** A parameter, field or input and the value that a model gives it: a constant, but for a report's fields. */
public record Setting(Symbol symbol, Expr value) {}
