package org.sverka.web;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Frames of HTTP/2 (RFC 9113) as no library would send them, over a connection without encryption.
 */
final class Frames {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GO_AWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;
  static final int INITIAL_WINDOW = 4;

  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A frame that came. */
  record Frame(int type, int flags, int stream, byte[] payload) {}

  /** The beginning of a connection, with one setting. */
  static Frames begin(int setting, int value) {
    Frames frames = new Frames();
    frames.bytes.writeBytes(PREFACE.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer settings = ByteBuffer.allocate(6).putShort((short) setting).putInt(value);
    return frames.add(SETTINGS, 0, 0, settings.array());
  }

  Frames add(int type, int flags, int stream, byte[] payload) {
    ByteBuffer head = ByteBuffer.allocate(9);
    head.put((byte) (payload.length >> 16)).putShort((short) payload.length);
    head.put((byte) type).put((byte) flags).putInt(stream);
    bytes.writeBytes(head.array());
    bytes.writeBytes(payload);
    return this;
  }

  /** Asks for a path. */
  Frames get(int stream, String path) {
    return add(HEADERS, END_STREAM | END_HEADERS, stream, headers(path));
  }

  /** Headers without compression: indexed GET and http, literal path and authority. */
  static byte[] headers(String path) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0x82);
    block.write(0x86);
    literal(block, 0x04, path);
    literal(block, 0x01, "x");
    return block.toByteArray();
  }

  private static void literal(ByteArrayOutputStream block, int name, String value) {
    byte[] text = value.getBytes(StandardCharsets.US_ASCII);
    block.write(name);
    block.write(text.length);
    block.writeBytes(text);
  }

  byte[] bytes() {
    byte[] all = bytes.toByteArray();
    bytes.reset();
    return all;
  }

  /** The next frame that comes. */
  static Frame read(DataInputStream in) throws IOException {
    int lengthAndType = in.readInt();
    int flags = in.readUnsignedByte();
    int stream = in.readInt();
    return new Frame(lengthAndType & 0xff, flags, stream, in.readNBytes(lengthAndType >>> 8));
  }
}
