package org.sverka.log;

/**
 * An entry in its place in the chain; how the hashes are made stands in {@link Chain}.
 *
 * @param salt random, 32 hexadecimal digits; hides the texts behind their digest should they have
 *     to be erased one day; empty once they are
 * @param textDigest of the salt and the texts, 64 hexadecimal digits
 * @param previousHash hash of the entry before it; {@link Chain#ORIGIN} for the first
 * @param hash of everything else, the texts by their digest; 64 hexadecimal digits
 */
public record SealedEntry(
    Entry entry, String salt, String textDigest, String previousHash, String hash) {
  /**
   * The same without its texts and its salt. The digest stays, so the chain and the tree still
   * hold; rules and severities of findings stay too, as they name nobody.
   */
  public SealedEntry erased() {
    return new SealedEntry(entry.withoutTexts(), "", textDigest, previousHash, hash);
  }

  /** Whether its texts were erased: no entry is made without a salt. */
  public boolean isErased() {
    return salt.isEmpty();
  }
}
