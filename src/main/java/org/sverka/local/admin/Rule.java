package org.sverka.local.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A fault to come.
 *
 * @param nth the first of the matching requests that it strikes, counted from 1
 * @param times how many it strikes from there on; 0 for all
 * @param source the words in which it was asked for
 */
public record Rule(Match match, int nth, int times, Effect effect, ObjectNode source) {

  /** Whether it strikes the request that is number {@code seen} among those that match. */
  boolean strikes(int seen) {
    return seen >= nth && (times == 0 || seen < nth + times);
  }
}
