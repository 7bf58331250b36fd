package org.sverka.web;

/** Which codings a client takes, and would not rather have the bytes as they are. */
record Accepted(boolean gzip, boolean brotli) {
  static final Accepted PLAIN = new Accepted(false, false);
}
