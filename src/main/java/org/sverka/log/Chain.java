package org.sverka.log;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sverka.text.CanonicalJson;
import org.sverka.text.Sha256;

/**
 * The chain of hashes over the log.
 *
 * <pre>
 * textDigest = SHA-256(JCS({salt, before, after, findings: [{rule, severity, message}]}))
 * hash       = SHA-256(JCS({seq, at, type, measure, column, verdict, party, partyBasis, published,
 *                           about, textDigest, previousHash}))
 * </pre>
 *
 * JCS is the canonical JSON of RFC 8785; what does not apply is {@code null}, but {@code about},
 * which came later, is then left out; hashes are written in lower-case hexadecimal. The texts enter
 * by a salted digest alone, so that a text which has to be erased can be, and the chain still
 * holds.
 */
public final class Chain {
  /** What the first entry names as the one before it. */
  public static final String ORIGIN = "0".repeat(64);

  private static final JsonMapper JSON = new JsonMapper();

  private Chain() {}

  /**
   * Seals entries, one after the other, onto a chain.
   *
   * @param head hash of the newest entry that is already there, or {@link #ORIGIN}
   * @param salts gives a fresh random salt, 32 hexadecimal digits, each time
   */
  public static List<SealedEntry> seal(String head, List<Entry> entries, Supplier<String> salts) {
    List<SealedEntry> sealed = new ArrayList<>();
    String previous = head;
    for (Entry entry : entries) {
      String salt = salts.get();
      String textDigest = textDigest(entry, salt);
      String hash = hash(entry, textDigest, previous);
      sealed.add(new SealedEntry(entry, salt, textDigest, previous, hash));
      previous = hash;
    }
    return List.copyOf(sealed);
  }

  /** Whether the entry's own hashes are right and it follows the one with that hash. */
  public static boolean follows(String previousHash, SealedEntry sealed) {
    return sealed.previousHash().equals(previousHash) && textsMatch(sealed) && hashMatches(sealed);
  }

  /** Whether salt, texts and findings are those of the digest, or all of them erased. */
  static boolean textsMatch(SealedEntry sealed) {
    if (sealed.isErased()) {
      return sealed.equals(sealed.erased());
    }
    return sealed.textDigest().equals(textDigest(sealed.entry(), sealed.salt()));
  }

  /** Whether all but the texts is what was hashed. */
  static boolean hashMatches(SealedEntry sealed) {
    return sealed.hash().equals(hash(sealed.entry(), sealed.textDigest(), sealed.previousHash()));
  }

  private static String textDigest(Entry entry, String salt) {
    ObjectNode node = JSON.createObjectNode();
    node.put("salt", salt).put("before", entry.before()).put("after", entry.after());
    ArrayNode findings = node.putArray("findings");
    for (LoggedFinding finding : entry.findings()) {
      findings
          .addObject()
          .put("rule", finding.rule())
          .put("severity", finding.severity().key())
          .put("message", finding.message());
    }
    return sha256(node);
  }

  /**
   * The very bytes whose SHA-256 is the entry's hash: the leaf of the tree over the log. At most
   * some hundred, and none of its texts is among them.
   */
  public static byte[] leaf(SealedEntry sealed) {
    return CanonicalJson.bytes(whole(sealed.entry(), sealed.textDigest(), sealed.previousHash()));
  }

  private static String hash(Entry entry, String textDigest, String previousHash) {
    return sha256(whole(entry, textDigest, previousHash));
  }

  private static ObjectNode whole(Entry entry, String textDigest, String previousHash) {
    ObjectNode node = JSON.createObjectNode();
    node.put("seq", entry.seq())
        .put("at", entry.at().toString())
        .put("type", entry.type().key())
        .put("partyBasis", entry.partyBasis().key())
        .put("published", entry.published())
        .put("textDigest", textDigest)
        .put("previousHash", previousHash);
    orNull(node, "measure", entry.measure());
    orNull(node, "column", entry.column());
    orNull(node, "verdict", entry.verdict().key());
    orNull(node, "party", entry.party());
    if (entry.about() > 0) {
      node.put("about", entry.about());
    }
    return node;
  }

  private static void orNull(ObjectNode node, String key, String value) {
    if (value.isEmpty()) {
      node.putNull(key);
    } else {
      node.put(key, value);
    }
  }

  private static String sha256(ObjectNode node) {
    return Sha256.hex(CanonicalJson.bytes(node));
  }
}
