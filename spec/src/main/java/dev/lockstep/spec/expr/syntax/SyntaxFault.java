package dev.lockstep.spec.expr.syntax;

import dev.lockstep.spec.diagnostic.Code;

/**
 * Why a text could not be read.
 *
 * @param offset where in the text, in chars
 */
record SyntaxFault(int offset, Code code, String message, String fix) {}
