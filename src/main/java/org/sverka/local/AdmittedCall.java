package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import org.sverka.local.ApiRequest.Answer;
import org.sverka.local.admin.Account;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Controls;
import org.sverka.local.admin.Exceeded;
import org.sverka.local.admin.Grant;
import org.sverka.local.admin.Role;

/**
 * Lets a request through to the API if its token, its scopes, the roles of its account and the
 * quotas allow it; that is, as long as nothing is switched on, always. The page needs no token.
 */
final class AdmittedCall implements ApiHandler.Call {
  private static final String NO_PROJECT = "0";

  private final Api api;
  private final Controls controls;
  private final Predicate<String> known;
  private final ApiHandler.Call call;

  /**
   * @param known whether there is a spreadsheet with that id
   */
  AdmittedCall(Api api, Controls controls, Predicate<String> known, ApiHandler.Call call) {
    this.api = api;
    this.controls = controls;
    this.known = known;
    this.call = call;
  }

  @Override
  public Answer carryOut(ApiRequest request) {
    if (!controls.on() || request.editor() == Editor.PERSON) {
      return call.carryOut(request);
    }
    Optional<Operation> operation = Operation.of(api, request);
    if (operation.isEmpty()) {
      return call.carryOut(request);
    }
    String token = token(request);
    Optional<Grant> grant = controls.accounts().grant(token);
    if (controls.tokensDemanded()) {
      requireGrant(operation.get(), token, grant);
    }
    count(operation.get(), grant);
    Answer answer = call.carryOut(request);
    grant.ifPresent(given -> own(given, operation.get(), answer));
    return answer;
  }

  private static String token(ApiRequest request) {
    String[] words = request.authorization().trim().split("\\s+", 2);
    return words.length == 2 && words[0].equalsIgnoreCase("Bearer")
        ? words[1]
        : request.text("accessToken").orElse(request.authorization());
  }

  private void requireGrant(Operation operation, String token, Optional<Grant> found) {
    if (token.isEmpty()) {
      throw Refusals.noToken(api);
    }
    Grant grant = found.orElseThrow(() -> Refusals.badToken(api));
    if (operation.scopes().stream().noneMatch(grant.scopes()::contains)) {
      throw Refusals.scope(operation);
    }
    String id = operation.spreadsheetId();
    if (!id.isEmpty() && known.test(id)) {
      requireRole(operation, role(grant, id));
    }
  }

  private Role role(Grant grant, String id) {
    return controls
        .accounts()
        .find(grant.email())
        .map(account -> account.role(id))
        .orElse(Role.NONE);
  }

  private void requireRole(Operation operation, Role role) {
    if (role.covers(operation.role())) {
      return;
    }
    if (api != Api.DRIVE) {
      throw Refusals.notShared();
    }
    throw role == Role.NONE
        ? Refusals.driveNotFound(operation.spreadsheetId())
        : Refusals.driveRole();
  }

  private void count(Operation operation, Optional<Grant> grant) {
    String user = grant.map(Grant::email).orElse("");
    String project = controls.accounts().find(user).map(Account::project).orElse(NO_PROJECT);
    Optional<Exceeded> exceeded = controls.quotas().take(api, operation.reads(), user, project);
    if (exceeded.isPresent()) {
      throw api == Api.DRIVE ? Refusals.driveQuota() : Refusals.quota(exceeded.get());
    }
  }

  /** Whoever makes a spreadsheet owns it. */
  private void own(Grant grant, Operation operation, Answer answer) {
    JsonNode body = answer.body();
    if (body == null || operation.reads()) {
      return;
    }
    String name = operation.method();
    if (name.endsWith(".CreateSpreadsheet")) {
      controls.accounts().share(grant.email(), body.path("spreadsheetId").asText(), Role.OWNER);
    } else if (name.endsWith("Files.Create") || name.endsWith("Files.Copy")) {
      controls.accounts().share(grant.email(), body.path("id").asText(), Role.OWNER);
    }
  }
}
