package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.sverka.text.Sha256;

/**
 * A user of Drive.
 *
 * @param displayName a service account has its address here, too
 * @param emailAddress the address of the account
 */
public record DriveUser(String displayName, String emailAddress) {
  private static final int ID_DIGITS = 16;

  static DriveUser named(String address) {
    return new DriveUser(address, address);
  }

  /** The id under which Drive knows an account in permissions: twenty digits. */
  String permissionId() {
    return permissionId(emailAddress);
  }

  static String permissionId(String account) {
    String hash = Sha256.hex(account.getBytes(StandardCharsets.UTF_8));
    return String.format("%020d", new BigInteger(hash.substring(0, ID_DIGITS), 16));
  }

  ObjectNode json(boolean me) {
    return Json.object()
        .put("kind", "drive#user")
        .put("displayName", displayName)
        .put("me", me)
        .put("permissionId", permissionId())
        .put("emailAddress", emailAddress);
  }
}
