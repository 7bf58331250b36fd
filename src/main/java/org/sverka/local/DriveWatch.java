package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sverka.local.ApiRequest.Answer;
import org.sverka.text.Sha256;

/** Opens and closes channels: {@code files.watch}, {@code changes.watch}, {@code channels.stop}. */
final class DriveWatch {
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration LONGEST_FOR_FILE = Duration.ofDays(1);
  private static final Duration LONGEST_FOR_CHANGES = Duration.ofDays(7);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-_+/=]{1,64}");
  private static final Pattern TOKEN = Pattern.compile("[\\x20-\\x7e]{0,256}");
  private static final int RESOURCE_DIGITS = 27;

  private final DriveCatalog catalog;
  private final DriveChanges changes;
  private final ChannelHub hub;
  private final CallbackHosts hosts;

  DriveWatch(DriveCatalog catalog, DriveChanges changes, ChannelHub hub) {
    this.catalog = catalog;
    this.changes = changes;
    this.hub = hub;
    this.hosts = new CallbackHosts(catalog.settings().callbackHosts());
  }

  Answer watchFile(ApiRequest request) {
    DriveParams.require(request);
    DriveFile file = catalog.need(request.path().get(1));
    long from = catalog.files().nextChange(catalog.horizon());
    String uri = request.baseUrl() + "/drive/v3/files/" + file.id() + "?alt=json";
    return open(request, LONGEST_FOR_FILE, uri, Optional.of(file.id()), from);
  }

  Answer watchChanges(ApiRequest request) {
    DriveParams.require(request, "pageToken", "pageSize", "includeRemoved", "spaces");
    long from = changes.pageToken(request);
    String uri = request.baseUrl() + "/drive/v3/changes?alt=json&pageToken=" + from;
    return open(request, LONGEST_FOR_CHANGES, uri, Optional.empty(), from);
  }

  private Answer open(
      ApiRequest request, Duration longest, String uri, Optional<String> fileId, long from) {
    Params body =
        new Params(request.body(com.google.api.services.drive.model.Channel.class, ""), "");
    String id = body.text("id", "");
    if (id.isEmpty()) {
      throw DriveProblem.requiredBody("channel.id", "Required: channel.id");
    }
    String token = body.text("token", "");
    if (!ID.matcher(id).matches() || !TOKEN.matcher(token).matches()) {
      throw DriveProblem.invalidBody("channel", "Invalid Value");
    }
    String type = body.text("type", "");
    if (!type.equals("web_hook") && !type.equals("webhook")) {
      throw DriveProblem.of(
          400,
          "push",
          "push.channelTypeNotSupported",
          "Channel type '" + type + "' is not supported.");
    }
    Channel channel =
        new Channel(
            id,
            Sha256.hex(fileId.orElse("changes").getBytes(StandardCharsets.UTF_8))
                .substring(0, RESOURCE_DIGITS),
            uri,
            token,
            expires(body, longest),
            hosts.check(body.text("address", "")),
            fileId);
    body.ignore("kind");
    body.done();
    if (!hub.open(channel, from)) {
      throw DriveProblem.of(400, "push", "channelIdNotUnique", "Channel id " + id + " not unique");
    }
    return Answer.ok(json(channel));
  }

  private Instant expires(Params body, Duration longest) {
    Instant now = catalog.now();
    String given = body.text("expiration", "");
    if (given.isEmpty()) {
      return now.plus(USUAL);
    }
    Duration left = Duration.ofMillis(Long.parseLong(given) - now.toEpochMilli());
    if (left.isNegative() || left.isZero() || left.compareTo(longest) > 0) {
      throw DriveProblem.invalidBody(
          "channel.expiration", "Invalid ttl value for channel " + left.toSeconds());
    }
    return now.plus(left);
  }

  private static ObjectNode json(Channel channel) {
    ObjectNode json = Json.object().put("kind", "api#channel").put("id", channel.id());
    json.put("resourceId", channel.resourceId()).put("resourceUri", channel.resourceUri());
    if (!channel.token().isEmpty()) {
      json.put("token", channel.token());
    }
    return json.put("expiration", Long.toString(channel.expires().toEpochMilli()));
  }

  Answer stop(ApiRequest request) {
    DriveParams.require(request);
    ObjectNode body = request.body(com.google.api.services.drive.model.Channel.class, "");
    String id = body.path("id").asText();
    if (!hub.close(id, body.path("resourceId").asText())) {
      throw DriveProblem.of(
          404, "global", "notFound", "Channel '" + id + "' not found for project 'sverka'");
    }
    return new Answer(204, null);
  }
}
