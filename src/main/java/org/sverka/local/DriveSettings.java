package org.sverka.local;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of Drive.
 *
 * @param service whom callers of the API stand for: the owner of all files
 * @param person whom the page stands for
 * @param callbackHosts hosts besides this machine that a watch channel may call, by their exact
 *     names; any other is refused, so that nobody can make the server call where they please
 */
public record DriveSettings(DriveUser service, DriveUser person, Set<String> callbackHosts) {

  public DriveSettings {
    callbackHosts =
        callbackHosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** A service account and a person without a name of their own; callbacks to this machine only. */
  public static DriveSettings usual() {
    return new DriveSettings(
        DriveUser.named("sverka@local.iam.gserviceaccount.com"),
        DriveUser.named("page@sverka.local"),
        Set.of());
  }

  DriveUser user(Editor editor) {
    return editor == Editor.PERSON ? person : service;
  }
}
