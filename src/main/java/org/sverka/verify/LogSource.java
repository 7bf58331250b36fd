package org.sverka.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Where a log is read from. Blocking; entries may be asked for by one thread, all else by another.
 */
public interface LogSource {
  /** The verifier key, one line. */
  String key() throws WrongException;

  /** The checkpoint that was signed last. */
  String checkpoint() throws WrongException;

  /** Entries after a number, as the feed has them, oldest first; none at the end. */
  List<JsonNode> entries(long after) throws WrongException;

  /** How many entries there are to check if so many were signed. */
  long size(long signed) throws WrongException;

  /**
   * A tile of hashes.
   *
   * @param path such as {@code 0/x001/234.p/7}
   */
  byte[] tile(String path) throws WrongException;

  /** Checks of what it is read from all that does not show in entries and tiles. */
  void requireSound() throws WrongException;

  /** A bundle of entries; empty where none are kept. */
  Optional<byte[]> bundle(String path) throws WrongException;
}
