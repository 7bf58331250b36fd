package org.sverka.local;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.CannedAnswer;
import org.sverka.local.admin.Delivery;
import org.sverka.local.admin.Effect;
import org.sverka.local.admin.Match;
import org.sverka.local.admin.Rule;
import org.sverka.local.admin.Trim;

/** Reads a fault to come out of JSON. Says 400 or 501 where it makes no sense. */
final class RuleReader {
  private static final String JSON = "application/json; charset=UTF-8";
  private static final String HTML = "text/html; charset=UTF-8";
  private static final Set<Api> WITHOUT_THE_PAGE = Set.of(Api.SHEETS, Api.DRIVE, Api.TOKEN);
  private static final int LONGEST_DELAY = 180_000;

  private RuleReader() {}

  static Rule read(ObjectNode json) {
    Params rule = new Params(json, "");
    Match match = rule.child("match").map(RuleReader::match).orElseGet(RuleReader::everyClient);
    Effect effect = effect(rule.need("effect"));
    int nth = number(rule, "nth", 1, Integer.MAX_VALUE - 1);
    int times = number(rule, "times", 1, Integer.MAX_VALUE / 2);
    rule.done();
    if (match.apis().contains(Api.PAGE) && !effect.suitsThePage()) {
      throw ApiException.invalid(
          "The page's own requests can be held up, answered otherwise or left without an answer;"
              + " nothing else.");
    }
    return new Rule(match, nth, times, effect, json);
  }

  private static Match everyClient() {
    return new Match(WITHOUT_THE_PAGE, "", Pattern.compile(""), Match.Callers.CLIENT);
  }

  private static Match match(Params match) {
    return new Match(
        match.word("api", Api.class).map(Set::of).orElse(WITHOUT_THE_PAGE),
        match.text("method", ""),
        pattern(match.text("path", "")),
        match.word("caller", Match.Callers.class).orElse(Match.Callers.CLIENT));
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw ApiException.invalid("Not a regular expression: " + text);
    }
  }

  private static Effect effect(Params effect) {
    return new Effect(
        effect.flag("applied"),
        Duration.ofMillis(number(effect, "delayBeforeMillis", 0, LONGEST_DELAY)),
        Duration.ofMillis(number(effect, "delayAfterMillis", 0, LONGEST_DELAY)),
        canned(effect),
        delivery(effect),
        effect.child("trim").map(RuleReader::trim).orElse(null),
        number(effect, "revisionsBack", 0, Integer.MAX_VALUE));
  }

  private static @Nullable CannedAnswer canned(Params effect) {
    int status = number(effect, "status", 0, 599);
    Map<String, String> headers = new LinkedHashMap<>();
    Optional.ofNullable(effect.raw("headers"))
        .ifPresent(
            given ->
                given.properties().forEach(e -> headers.put(e.getKey(), e.getValue().asText())));
    String type = effect.text("contentType", JSON);
    String body = body(effect);
    if (effect.flag("loginPage")) {
      return new CannedAnswer(status == 0 ? 200 : status, headers, HTML, UsualErrors.LOGIN_PAGE);
    }
    if (status == 0 && (body != null || !headers.isEmpty())) {
      throw ApiException.invalid("An answer with a body or headers needs a status.");
    }
    return status == 0 ? null : new CannedAnswer(status, headers, type, body);
  }

  private static @Nullable String body(Params effect) {
    ObjectNode json = effect.raw("body");
    return json == null ? effect.text("body") : Json.text(json);
  }

  private static Delivery delivery(Params effect) {
    Delivery.Kind kind = effect.word("delivery", Delivery.Kind.class).orElse(Delivery.Kind.WHOLE);
    boolean counted = kind == Delivery.Kind.CUT || kind == Delivery.Kind.WRONG_LENGTH;
    if (counted != effect.has("bytes")) {
      throw ApiException.invalid("CUT and WRONG_LENGTH need bytes, and nothing else has any.");
    }
    return new Delivery(kind, number(effect, "bytes", 0, Integer.MAX_VALUE));
  }

  private static Trim trim(Params trim) {
    String at = trim.text("at", "/valueRanges");
    if (!at.startsWith("/")) {
      throw ApiException.invalid("Not a JSON pointer: " + at);
    }
    return new Trim(JsonPointer.compile(at), number(trim, "keep", 0, Integer.MAX_VALUE));
  }

  private static int number(Params params, String name, int otherwise, int most) {
    int value = params.integer(name, otherwise);
    if (value < 0 || value > most) {
      throw ApiException.invalid(name + " must be from 0 to " + most + ", and is " + value + ".");
    }
    return value;
  }
}
