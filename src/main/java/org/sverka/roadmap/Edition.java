package org.sverka.roadmap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One version of a roadmap, named by the SHA-256 of its canonical JSON.
 *
 * @param name {@code sha256:} and 64 hexadecimal digits
 */
public record Edition(String name) {
  static Edition of(Roadmap roadmap) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(RoadmapJson.canonical(roadmap));
      return new Edition("sha256:" + HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
