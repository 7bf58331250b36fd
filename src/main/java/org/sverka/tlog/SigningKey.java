package org.sverka.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ed25519 key that signs notes. Never printed but by {@link #secretText}. */
public final class SigningKey {
  private static final Pattern SECRET =
      Pattern.compile(
          "PRIVATE\\+KEY\\+(?<name>[^+\\s]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/]{44})");

  private final VerifierKey verifier;
  private final byte[] seed;

  private SigningKey(VerifierKey verifier, byte[] seed) {
    this.verifier = verifier;
    this.seed = seed;
  }

  /**
   * A fresh key.
   *
   * @param name without spaces and plus signs
   */
  public static SigningKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - Hash.BYTES, encoded.length);
      return new SigningKey(VerifierKey.of(name, raw), seed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has Ed25519", e);
    }
  }

  /**
   * The key of two texts.
   *
   * @param secret as {@link #secretText} gives it
   * @param verifier what belongs to it
   * @throws IllegalArgumentException if they are not the two halves of one key; the message quotes
   *     neither
   */
  public static SigningKey parse(String secret, VerifierKey verifier) {
    Matcher parts = SECRET.matcher(secret);
    if (parts.matches() && parts.group("name").equals(verifier.name())) {
      byte[] key = Base64.getDecoder().decode(parts.group("key"));
      SigningKey parsed = new SigningKey(verifier, Arrays.copyOfRange(key, 1, key.length));
      byte[] probe = verifier.text().getBytes(StandardCharsets.UTF_8);
      if (parsed.secretText().equals(secret) && verifier.verifies(probe, parsed.sign(probe))) {
        return parsed;
      }
    }
    throw new IllegalArgumentException("Not a signing key and its verifier key");
  }

  /** What others check its signatures with. */
  public VerifierKey verifier() {
    return verifier;
  }

  /**
   * The secret in the form that Go's {@code golang.org/x/mod/sumdb/note} gave it: {@code
   * PRIVATE+KEY+name+id+key}.
   */
  public String secretText() {
    byte[] key = new byte[seed.length + 1];
    key[0] = VerifierKey.ED25519;
    System.arraycopy(seed, 0, key, 1, seed.length);
    return "PRIVATE+KEY+"
        + verifier.name()
        + "+"
        + HexFormat.of().formatHex(verifier.id())
        + "+"
        + Base64.getEncoder().encodeToString(key);
  }

  /** The 64 bytes of a signature; the same for the same bytes. */
  byte[] sign(byte[] bytes) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(bytes);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has Ed25519", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + verifier.name() + "]";
  }
}
