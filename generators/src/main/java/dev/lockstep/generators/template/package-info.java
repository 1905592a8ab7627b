/** Templates of StringTemplate, filled with records: all output of the generators is written so. */
package dev.lockstep.generators.template;
