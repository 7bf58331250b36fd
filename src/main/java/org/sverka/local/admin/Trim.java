package org.sverka.local.admin;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Makes a list in an answer shorter.
 *
 * @param at where the list is, by RFC 6901
 * @param keep how many of its items stay
 */
public record Trim(JsonPointer at, int keep) {

  /** A shorter copy; the answer itself where it has no such list. */
  public JsonNode apply(JsonNode answer) {
    JsonNode copy = answer.deepCopy();
    if (copy.at(at) instanceof ArrayNode list) {
      while (list.size() > keep) {
        list.remove(list.size() - 1);
      }
    }
    return copy;
  }
}
