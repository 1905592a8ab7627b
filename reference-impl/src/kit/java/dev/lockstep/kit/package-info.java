/** What tests of several modules share; compiled into the tests of each, see their {@code pom.xml}. */
package dev.lockstep.kit;
