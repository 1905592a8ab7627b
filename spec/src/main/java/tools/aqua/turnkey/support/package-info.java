/** One class in a foreign package, because Z3's Java bindings call it by this name. */
package tools.aqua.turnkey.support;
