package org.sverka.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a secret key and a verifier key are the halves of one. Quotes neither. */
final class KeyPairCheck {
  private static final Pattern SECRET =
      Pattern.compile("PRIVATE\\+KEY\\+([^+\\s]+\\+[0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");
  private static final byte[] PROBE = "probe\n".getBytes(StandardCharsets.UTF_8);

  private KeyPairCheck() {}

  static void require(String secret, String key) throws WrongException {
    Note.requireKey(key);
    Matcher parts = SECRET.matcher(secret);
    if (!parts.matches() || !key.startsWith(parts.group(1) + "+")) {
      throw new WrongException(Fault.KEY, "");
    }
    byte[] raw = Base64.getDecoder().decode(parts.group(2));
    if (raw[0] != 1 || !Note.verifies(key, PROBE, signed(Arrays.copyOfRange(raw, 1, raw.length)))) {
      throw new WrongException(Fault.KEY, "");
    }
  }

  private static byte[] signed(byte[] seed) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
      signer.update(PROBE);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has Ed25519", e);
    }
  }
}
