package org.sverka.google;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * JSON read a token at a time, into whatever it is to become. Strict: duplicate keys, nesting
 * deeper than any answer of Google's, and anything after the end are errors. What is {@code null}
 * counts as not there.
 */
final class JsonStream implements AutoCloseable {
  private static final int DEEPEST = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  // Bounded already, by the size of the whole answer.
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;

  JsonStream(Reader content) throws IOException {
    this.parser = FACTORY.createParser(content);
  }

  /** What to do with the value of a field; a value that is left alone is skipped. */
  interface Field {
    void read(String name) throws IOException;
  }

  /** What to do with an element. */
  interface Element {
    void read() throws IOException;
  }

  /** Whether the text begins with an object, which is then the current value. */
  boolean startsWithObject() throws IOException {
    return parser.nextToken() == JsonToken.START_OBJECT;
  }

  /** Reads the current value, an object, field by field. */
  void object(Field field) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value != JsonToken.VALUE_NULL) {
        field.read(name);
        if (parser.currentToken() == value) {
          parser.skipChildren();
        }
      }
    }
  }

  /** Reads the current value, an array, element by element. */
  void array(Element element) throws IOException {
    expect(JsonToken.START_ARRAY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  /** The current value, a text. */
  String text() throws IOException {
    expect(JsonToken.VALUE_STRING);
    return parser.getText();
  }

  /** The current value, a whole number. */
  int integer() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT);
    return parser.getIntValue();
  }

  /** The current value, a number. */
  double number() throws IOException {
    return parser.getDoubleValue();
  }

  /** The current value, true or false. */
  boolean truth() throws IOException {
    return parser.getBooleanValue();
  }

  /** Nothing may follow. */
  void end() throws IOException {
    if (parser.nextToken() != null) {
      throw unexpected(null);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private void expect(JsonToken token) throws IOException {
    if (parser.currentToken() != token) {
      throw unexpected(token);
    }
  }

  private IOException unexpected(@Nullable JsonToken wanted) {
    return new JsonParseException(
        parser, "Expected " + wanted + ", found " + parser.currentToken());
  }
}
