package org.sverka.roadmap;

import org.sverka.text.Sha256;

/**
 * One version of a roadmap, named by the SHA-256 of its canonical JSON.
 *
 * @param name {@code sha256:} and 64 hexadecimal digits
 */
public record Edition(String name) {
  static Edition of(Roadmap roadmap) {
    return new Edition("sha256:" + Sha256.hex(RoadmapJson.canonical(roadmap)));
  }

  @Override
  public String toString() {
    return name;
  }
}
