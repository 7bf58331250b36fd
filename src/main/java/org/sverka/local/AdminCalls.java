package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.sverka.local.ApiRequest.Answer;
import org.sverka.local.admin.Controls;
import org.sverka.local.admin.Limit;
import org.sverka.local.admin.Rules;

/** What can be asked of the admin port. */
final class AdminCalls implements ApiHandler.Call {
  private static final Map<String, Limit> LIMITS =
      Map.of(
          "readsPerUser", Limit.READ_PER_USER,
          "readsPerProject", Limit.READ_PER_PROJECT,
          "writesPerUser", Limit.WRITE_PER_USER,
          "writesPerProject", Limit.WRITE_PER_PROJECT,
          "drivePerUser", Limit.DRIVE_PER_USER,
          "drivePerProject", Limit.DRIVE_PER_PROJECT);

  private final Controls controls;
  private final AccountCalls accounts;
  private final Consumer<Duration> lag;

  /** Whether the metadata of a row goes with its cells. */
  enum MetadataOnSort {
    STAYS,
    FOLLOWS
  }

  /**
   * @param lag makes the versions that Drive tells that much older than they are
   */
  AdminCalls(Controls controls, Consumer<Duration> lag) {
    this.controls = controls;
    this.accounts = new AccountCalls(controls.accounts());
    this.lag = lag;
  }

  @Override
  public Answer carryOut(ApiRequest request) {
    ApiPath path = request.path();
    String call =
        request.method()
            + " "
            + (path.size() == 0 ? "" : path.get(0))
            + "/id".repeat(Math.max(0, path.size() - 1));
    return switch (call) {
      case "GET " -> Answer.ok(state());
      case "DELETE " -> reset();
      case "PUT auth" -> auth(body(request));
      case "PUT quotas" -> quotas(body(request));
      case "PUT sort" -> sort(body(request));
      case "PUT lag" -> lag(body(request));
      case "GET rules" -> Answer.ok(rules());
      case "POST rules" -> addRule(request);
      case "DELETE rules" -> removeRules();
      case "GET rules/id" -> Answer.ok(rule(number(path.get(1))));
      case "DELETE rules/id" -> removeRule(number(path.get(1)));
      default -> accounts.carryOut(call, path, body(request));
    };
  }

  private static Params body(ApiRequest request) {
    return new Params(object(request), "");
  }

  private static ObjectNode object(ApiRequest request) {
    if (request.body().length() == 0) {
      return Json.object();
    }
    if (Json.parse(request.body().getBytes()) instanceof ObjectNode object) {
      return object;
    }
    throw ApiException.invalid("The body must be a JSON object.");
  }

  private ObjectNode state() {
    ObjectNode json = Json.object();
    json.putObject("auth").put("demanded", controls.tokensDemanded());
    ObjectNode quotas = json.putObject("quotas");
    Map<Limit, Integer> limits = controls.quotas().limits();
    LIMITS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(limit -> limits.containsKey(limit.getValue()))
        .forEach(limit -> quotas.put(limit.getKey(), limits.get(limit.getValue())));
    MetadataOnSort sort =
        controls.metadataFollowsSort() ? MetadataOnSort.FOLLOWS : MetadataOnSort.STAYS;
    json.putObject("sort").put("metadata", sort.name());
    ArrayNode names = json.putArray("accounts");
    controls.accounts().emails().forEach(names::add);
    json.set("rules", rules().get("rules"));
    return json;
  }

  private Answer reset() {
    controls.reset();
    return Answer.ok(state());
  }

  private Answer auth(Params body) {
    boolean demanded = body.flag("demanded");
    body.done();
    controls.demandTokens(demanded);
    return Answer.ok(state());
  }

  private Answer quotas(Params body) {
    Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
    LIMITS.forEach(
        (name, limit) -> {
          int most = body.integer(name, -1);
          if (most >= 0) {
            limits.put(limit, most);
          }
        });
    body.done();
    controls.limit(limits);
    return Answer.ok(state());
  }

  private Answer sort(Params body) {
    MetadataOnSort chosen =
        body.word("metadata", MetadataOnSort.class).orElse(MetadataOnSort.STAYS);
    body.done();
    controls.letMetadataFollowSort(chosen == MetadataOnSort.FOLLOWS);
    return Answer.ok(state());
  }

  private Answer lag(Params body) {
    int seconds = body.integer("seconds", 0);
    body.done();
    if (seconds < 0) {
      throw ApiException.invalid("seconds must not be negative.");
    }
    lag.accept(Duration.ofSeconds(seconds));
    return Answer.ok(Json.object().put("seconds", seconds));
  }

  private ObjectNode rules() {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("rules");
    controls.rules().all().forEach(rule -> list.add(write(rule)));
    return json;
  }

  private ObjectNode rule(int id) {
    return controls.rules().all().stream()
        .filter(rule -> rule.id() == id)
        .findFirst()
        .map(AdminCalls::write)
        .orElseThrow(ApiException::notFound);
  }

  private static ObjectNode write(Rules.Counted counted) {
    ObjectNode json = Json.object().put("id", counted.id());
    json.put("seen", counted.seen()).put("fired", counted.fired());
    json.setAll(counted.rule().source());
    return json;
  }

  private Answer addRule(ApiRequest request) {
    return Answer.ok(rule(controls.add(RuleReader.read(object(request)))));
  }

  private Answer removeRules() {
    controls.removeRules();
    return Answer.ok(rules());
  }

  private Answer removeRule(int id) {
    controls.removeRule(id);
    return Answer.ok(rules());
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiException.notFound();
    }
  }
}
