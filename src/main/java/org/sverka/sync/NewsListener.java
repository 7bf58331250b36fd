package org.sverka.sync;

/** Somebody whom news of one sheet concern. Both may be called from anywhere, at any rate. */
public interface NewsListener {
  /** The sheet may have changed. */
  void news();

  /**
   * A person must put something right about the file before it is worked on again.
   *
   * @param what for the operator; the empty text if nothing is wrong any more
   */
  void warned(String what);
}
