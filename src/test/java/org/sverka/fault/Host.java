package org.sverka.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.sverka.cli.Editor;
import org.sverka.cli.GuardedSheet;

/** The sheet itself, whose admin port gives and takes permissions and plans faults. */
final class Host implements AutoCloseable {
  /** As whom the program asks. */
  static final String ACCOUNT = "sverka@example.com";

  private static final String OFFICIAL = "official@example.com";
  private static final int A_LONG_TIME = 1_000_000;

  private final GuardedSheet sheet;
  private volatile boolean planned;
  private int fired;

  Host(Path folder) {
    this.sheet = new GuardedSheet(folder);
  }

  String root() {
    return sheet.root();
  }

  /** An official who may edit. */
  Editor editor() {
    tell("PUT", "accounts/" + OFFICIAL, Map.of("roles", Map.of("*", "WRITER")));
    return Editor.at(root(), token(OFFICIAL));
  }

  /** A key of an account that may edit everything. */
  String key(String email, String tokenUri) {
    return sheet.key(email, tokenUri);
  }

  /** An access token of an account. */
  String token(String email) {
    return tell("POST", "tokens", Map.of("email", email, "expiresIn", A_LONG_TIME))
        .path("access_token")
        .asText();
  }

  /** A person's permission for the program's account, as it is stored. */
  String permission() {
    String token = tell("POST", "tokens", Map.of("email", ACCOUNT)).path("refresh_token").asText();
    return "{\"refresh_token\":\"" + token + "\"}";
  }

  /** Gives the program's account a role in all spreadsheets. */
  void role(String role) {
    tell("PUT", "accounts/" + ACCOUNT, Map.of("roles", Map.of("*", role)));
  }

  /** Makes all tokens and permissions of the program's account worthless. */
  void revokeTokens() {
    tell("DELETE", "accounts/" + ACCOUNT + "/tokens", Map.of());
  }

  /** Deletes the program's account. */
  void deleteAccount() {
    tell("DELETE", "accounts/" + ACCOUNT, Map.of());
  }

  /** Whether tags go along with their rows when people sort; which Google does is not known. */
  void sortTags(String metadata) {
    tell("PUT", "sort", Map.of("metadata", metadata));
  }

  /** Makes a copy of the spreadsheet and answers its id. */
  String copy() {
    return sheet.copy("roadmap", token(ACCOUNT));
  }

  /** Puts the spreadsheet into the bin, or takes it out. */
  void bin(boolean in) {
    sheet.bin("roadmap", in, token(ACCOUNT));
  }

  /** Plans a fault of the sheet's own. */
  void plan(String path, int times, Map<String, ?> effect) {
    planned = true;
    int often = times == StandIn.ALWAYS ? 0 : times;
    tell("POST", "rules", Map.of("match", Map.of("path", path), "times", often, "effect", effect));
  }

  /** Whether a planned fault has struck since this was last asked. */
  boolean hasStruck() {
    if (!planned) {
      return false;
    }
    int now = 0;
    for (JsonNode rule : tell("GET", "rules", Map.of()).path("rules")) {
      now += rule.path("fired").asInt();
    }
    boolean more = now > fired;
    fired = now;
    return more;
  }

  /** Forgets what was planned. */
  void mend() {
    tell("DELETE", "rules", Map.of());
    planned = false;
    fired = 0;
  }

  @Override
  public void close() {
    sheet.close();
  }

  private JsonNode tell(String method, String path, Map<String, ?> body) {
    return sheet.tell(method, path, body);
  }
}
