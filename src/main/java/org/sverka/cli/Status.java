package org.sverka.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sverka.sync.SyncLoop;

/** What the operator is told of the running program. */
final class Status {
  private Status() {}

  /**
   * @param detection how changes are noticed
   */
  static Map<String, Object> of(SyncLoop loop, Settings settings, Map<String, Object> detection) {
    Map<String, Object> roadmap = new LinkedHashMap<>();
    roadmap.put("id", loop.roadmap().id());
    roadmap.put("edition", loop.state().edition());
    roadmap.put("revision", loop.state().revision());
    roadmap.put("changedAt", loop.state().changedAt().toString());
    roadmap.put("spreadsheetId", settings.spreadsheetId());
    roadmap.put("sheetId", loop.sheetId());
    roadmap.put("sheetLink", loop.sheetLink());
    roadmap.put("checkedAt", loop.checkedAt().map(Instant::toString).orElse(""));
    roadmap.put("lagSeconds", loop.lag().map(Duration::toSeconds).orElse(-1L));
    roadmap.put("mode", loop.mode().name());
    roadmap.put("pauseSeconds", loop.mode().pause().toMillis() / 1000.0);
    roadmap.put("staleSince", loop.staleSince().map(Instant::toString).orElse(""));
    roadmap.put("holding", loop.isHolding());
    roadmap.put("state", loop.standstill().map(why -> "stopped: " + why).orElse("running"));
    roadmap.put("lastError", loop.lastError());
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("ready", loop.isReady());
    status.put("roadmaps", List.of(roadmap));
    status.putAll(detection);
    return status;
  }
}
