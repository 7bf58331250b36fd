package org.sverka.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import org.sverka.sheet.SheetException;

/** JSON from files with secrets and from servers. */
final class JsonText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonText() {}

  /**
   * The object that a file holds.
   *
   * @throws SheetException if it holds none; the content is not quoted
   */
  static JsonNode object(Path file, String text) {
    JsonNode json = parsed(text);
    if (json.isObject()) {
      return json;
    }
    throw new SheetException(Words.operator("file-not-json", file.toString()), false);
  }

  /** What the text holds; a missing node if it is not JSON. */
  static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // The cause is left out on purpose: it quotes the text.
      return MissingNode.getInstance();
    }
  }
}
