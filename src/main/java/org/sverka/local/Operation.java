package org.sverka.local;

import java.util.Optional;
import java.util.Set;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Role;

/**
 * What a call is to those who guard the API: its name at Google, what it costs, and what it needs.
 *
 * @param method the full name, as in an error about scopes
 * @param reads whether it counts as a read
 * @param spreadsheetId empty where it concerns none in particular
 * @param scopes any one of which is enough, by the discovery document
 * @param role what the caller must be to that spreadsheet
 */
record Operation(
    Api api, String method, boolean reads, String spreadsheetId, Set<String> scopes, Role role) {

  /** The operation that a request means; nothing if Google has no such. */
  static Optional<Operation> of(Api api, ApiRequest request) {
    return switch (api) {
      case SHEETS -> SheetsOperations.find(request);
      case DRIVE -> DriveOperations.find(request);
      case TOKEN, PAGE -> Optional.empty();
    };
  }

  /** Whether a request is one that only reads. */
  static boolean reads(Api api, ApiRequest request) {
    return of(api, request).map(Operation::reads).orElse(false);
  }
}
