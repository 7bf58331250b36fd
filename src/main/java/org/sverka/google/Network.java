package org.sverka.google;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What can be between this machine and a server. */
enum Network {
  /** The server's name can't be looked up. */
  UNKNOWN_HOST("unknown-host", true),
  /** Nobody listens, or the way is barred. */
  REFUSED("connection-refused", true),
  /** The server, or somebody in its place, has a certificate that is not trusted. */
  CERTIFICATE("certificate", false),
  /** No answer in time. */
  TIMEOUT("timeout", true),
  /** The connection broke off. */
  BROKEN("unreachable", true),
  /** Something else. */
  OTHER("unreachable", true);

  private final String key;
  private final boolean passes;

  Network(String key, boolean passes) {
    this.key = key;
    this.passes = passes;
  }

  /** Finds out by the exception and its causes. */
  static Network of(IOException failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      Network known = one(e);
      if (known != OTHER) {
        return known;
      }
    }
    return OTHER;
  }

  /** Of the message about it. */
  String key() {
    return key;
  }

  /** Whether waiting may help. */
  boolean passes() {
    return passes;
  }

  /** The innermost words about it, fit for a log. */
  String detail(IOException failure) {
    Throwable inner = failure;
    for (Throwable e = failure; e != null; e = e.getCause()) {
      inner = e;
    }
    @Nullable String message = inner.getMessage();
    String name = inner.getClass().getSimpleName();
    return message == null ? name : name + ": " + Words.foreign(message);
  }

  private static Network one(Throwable e) {
    if (e instanceof UnknownHostException) {
      return UNKNOWN_HOST;
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return REFUSED;
    }
    if (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException) {
      return CERTIFICATE;
    }
    if (e instanceof InterruptedIOException) {
      return TIMEOUT;
    }
    return e instanceof SocketException || e instanceof SSLException ? BROKEN : OTHER;
  }
}
