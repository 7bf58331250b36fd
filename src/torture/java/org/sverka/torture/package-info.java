/** Tortures the store: faults at every call of the system, power cuts, kills, damaged bytes. */
package org.sverka.torture;
