/*
 * The language inside `when:`, `do:`, `is:` and the like, and of the properties of models: see spec/README.md.
 *
 * One grammar for all of it. Which words may stand where (no `always` in a guard, `otherwise` only as a whole guard) is
 * checked on the syntax tree, where the message can say so. Operators are flat lists, so that a long sum is no deep tree. One
 * word tells each alternative from the others: that is fast, and says at the first wrong word what was expected instead.
 */
grammar Lockstep;

wholeExpression: expression EOF;

wholeAction: action EOF;

// ---------------------------------------------------------------------------------------------------- actions

action
    : NAME (ASSIGN expression | OPEN arguments? CLOSE | slot*)  # assignOrPerform
    | START NAME FOR expression             # start
    | RESTART NAME FOR expression           # restart
    | CANCEL NAME                           # cancel
    | CALL NAME                             # call
    | DELETE_TCB                            # deleteTcb
    ;

// The value of a slot ends at `>`, so a comparison in it needs parentheses.
slot: LT NAME EQ slotValue (COMMA NAME)* GT;

slotValue
    : IF expression THEN slotValue ELSE slotValue   # slotIf
    | sum                                           # slotSum
    ;

// ---------------------------------------------------------------------------------------------------- expressions

// What reaches as far to the right as it can.
expression
    : IF expression THEN expression ELSE expression # ifThenElse
    | ALWAYS expression                             # always
    | EVENTUALLY expression                         # eventually
    | OTHERWISE                                     # otherwise
    | implication (LEADS_TO expression)?            # leadsTo
    ;

implication: disjunction (IMPLIES expression)?;

disjunction: conjunction (OR conjunction)*;

conjunction: negation (AND negation)*;

negation
    : NOT negation                          # not
    | comparison                            # plain
    ;

comparison: sum ((comparator sum)+ | IN LEFT primary (COMMA primary)* RIGHT)?;

comparator: EQ | NE | LT | LE | GT | GE;

sum: product (addition product)*;

addition: PLUS | MINUS;

product: primary (multiplication primary)*;

multiplication: TIMES | DIVIDE;

primary
    : NUMBER                                # number
    | DURATION                              # duration
    | TRUE                                  # true
    | FALSE                                 # false
    | NAME (OPEN arguments? CLOSE)?         # nameOrApply
    | OPEN expression CLOSE                 # parentheses
    ;

arguments: expression (COMMA expression)*;

// ---------------------------------------------------------------------------------------------------- words

ALWAYS: 'always';
AND: 'and';
CALL: 'call';
CANCEL: 'cancel';
DELETE_TCB: 'delete_tcb';
ELSE: 'else';
EVENTUALLY: 'eventually';
FALSE: 'false';
FOR: 'for';
IF: 'if';
IMPLIES: 'implies';
IN: 'in';
NOT: 'not';
OR: 'or';
OTHERWISE: 'otherwise';
RESTART: 'restart';
START: 'start';
THEN: 'then';
TRUE: 'true';

ASSIGN: ':=';
LEADS_TO: '~>';
NE: '!=';
LE: '<=';
GE: '>=';
EQ: '=';
LT: '<';
GT: '>';
PLUS: '+';
MINUS: '-';
TIMES: '*';
DIVIDE: '/';
OPEN: '(';
CLOSE: ')';
LEFT: '{';
RIGHT: '}';
COMMA: ',';

// Milliseconds, seconds, minutes.
DURATION: DIGIT+ ('ms' | 's' | 'min');
NUMBER: DIGIT+;

// Parts joined by `.` or `-`, so a minus sign needs spaces around it.
NAME: (LETTER | '_') (LETTER | DIGIT | '_')* ([.-] (LETTER | DIGIT | '_')+)*;

BLANK: [ \t\r\n]+ -> skip;

// So that the parser alone reports what is wrong.
OTHER: .;

fragment LETTER: [A-Za-z];
fragment DIGIT: [0-9];
