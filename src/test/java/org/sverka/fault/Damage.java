package org.sverka.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** What becomes of the answer to a request on its way back. */
interface Damage {
  /**
   * Passes the answer on, or whatever instead.
   *
   * @param answer of the sheet, unpacked
   * @param client is closed afterwards, in order unless told otherwise
   */
  void deliver(Http answer, Socket client) throws IOException, InterruptedException;

  /** The body ends after so many sixteenths of what its length promises. */
  static Damage cut(int sixteenths) {
    return (answer, client) -> {
      byte[] body = answer.body();
      client.getOutputStream().write(answer.head(body.length));
      client.getOutputStream().write(body, 0, body.length * sixteenths / 16);
    };
  }

  /** The same of a body in chunks, the last of which is not finished. */
  static Damage unfinishedChunk(int sixteenths) {
    return (answer, client) -> {
      byte[] body = answer.body();
      OutputStream out = client.getOutputStream();
      out.write(answer.head("Transfer-Encoding: chunked"));
      out.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body, 0, body.length * sixteenths / 16);
    };
  }

  /** The same of a packed body whose length is right. */
  static Damage cutPacked(int sixteenths) {
    return (answer, client) -> {
      byte[] packed = Http.packed(answer.body());
      int length = packed.length * sixteenths / 16;
      client.getOutputStream().write(answer.with("Content-Encoding: gzip").head(length));
      client.getOutputStream().write(packed, 0, length);
    };
  }

  /** More is sent than was promised, or rather less is promised. */
  static Damage shortLength() {
    return (answer, client) -> {
      client.getOutputStream().write(answer.head(answer.body().length / 2));
      client.getOutputStream().write(answer.body());
    };
  }

  /** The connection is reset without an answer. */
  static Damage lost() {
    return (answer, client) -> client.setSoLinger(true, 0);
  }

  /** The connection is reset within the headers. */
  static Damage lostInTheHeaders() {
    return (answer, client) -> {
      byte[] head = answer.head(answer.body().length);
      client.getOutputStream().write(head, 0, head.length / 2);
      client.getOutputStream().flush();
      client.setSoLinger(true, 0);
    };
  }

  /** The connection is reset after the headers. */
  static Damage lostAfterTheHeaders() {
    return (answer, client) -> {
      client.getOutputStream().write(answer.head(answer.body().length));
      client.getOutputStream().flush();
      client.setSoLinger(true, 0);
    };
  }

  /** A body in chunks, the first of which has no size. */
  static Damage malformedChunk() {
    return (answer, client) -> {
      client.getOutputStream().write(answer.head("Transfer-Encoding: chunked"));
      client.getOutputStream().write("no size\r\n".getBytes(StandardCharsets.US_ASCII));
    };
  }

  /** Nothing ever comes, until the other side gives up. */
  static Damage silence() {
    return (answer, client) -> {
      int unused = client.getInputStream().read();
    };
  }

  /** Something happens when the request is done and its answer has not yet come. */
  static Damage meanwhile(Runnable deed) {
    return (answer, client) -> {
      deed.run();
      client.getOutputStream().write(answer.head(answer.body().length));
      client.getOutputStream().write(answer.body());
    };
  }

  /** A byte now and then, until the other side gives up. */
  static Damage trickle() {
    return (answer, client) -> {
      client.getOutputStream().write(answer.head(1_000_000));
      while (true) {
        client.getOutputStream().write(' ');
        client.getOutputStream().flush();
        TimeUnit.MILLISECONDS.sleep(50);
      }
    };
  }

  /** Another body, in good order. */
  static Damage rewritten(UnaryOperator<String> change) {
    return body(text -> change.apply(text).getBytes(StandardCharsets.UTF_8));
  }

  /** Other bytes, in good order. */
  static Damage body(Bytes change) {
    return (answer, client) -> {
      byte[] body = change.of(answer.text());
      client.getOutputStream().write(answer.head(body.length));
      client.getOutputStream().write(body);
    };
  }

  /** Bytes instead of a text. */
  interface Bytes {
    byte[] of(String text) throws IOException;
  }
}
