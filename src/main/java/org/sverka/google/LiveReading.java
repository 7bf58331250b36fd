package org.sverka.google;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Sheet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sverka.google.LiveCheck.Connection;
import org.sverka.roadmap.Accounts;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

/** The points that change nothing. */
final class LiveReading {
  private static final List<String> SHEET = List.of("tab", "whole", "missing-tab", "provisioned");
  private static final List<String> DRIVE =
      List.of("drive-file", "drive-news", "drive-revisions", "drive-account");
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final LiveReport report;
  private final Connection to;
  private final StructureReader structures;
  private final SheetGateway gateway;

  LiveReading(LiveReport report, Connection to) {
    this.report = report;
    this.to = to;
    this.structures = new StructureReader(to.sheets(), to.failures(), to.layout(), to.roadmapId());
    this.gateway =
        GoogleSheets.gateway(
            to.settings(), to.access(), to.layout(), to.roadmapId(), Accounts.NONE);
  }

  /**
   * Tries them.
   *
   * @param login empty if the sheet asks for none
   * @return whether the spreadsheet is open to us
   */
  boolean run(Optional<Login> login) {
    clock();
    if (!report.point("token", () -> token(login))) {
      report.untried("needs-access", List.of("sheet"));
      report.untried("needs-access", SHEET);
      report.untried("needs-access", DRIVE);
      return false;
    }
    boolean open = report.point("sheet", this::sheet);
    if (open) {
      tab();
    } else {
      report.untried("needs-access", SHEET);
    }
    LiveDrive drive = new LiveDrive(to);
    report.point("drive-file", drive::file);
    report.point("drive-news", drive::news);
    report.point("drive-revisions", drive::revisions);
    report.point("drive-account", drive::account);
    return open;
  }

  private static String token(Optional<Login> login) {
    if (login.isEmpty()) {
      return LiveReport.detail("token-none");
    }
    login.get().requireToken();
    String account = login.get().shown();
    return account.isEmpty() ? "" : LiveReport.detail("token-of", account);
  }

  private String sheet() {
    int tabs = structures.tabs().size();
    return LiveReport.detail("sheet-tabs", tabs);
  }

  private void tab() {
    Optional<Integer> tab = gateway.find();
    report.point("missing-tab", this::missingTab);
    if (!report.point("tab", () -> tab.map(LiveReading::number).orElseThrow(this::noTab))) {
      report.untried("needs-tab", List.of("whole", "provisioned"));
      return;
    }
    int id = tab.orElseThrow();
    report.point("whole", () -> whole(id));
    report.point("provisioned", () -> provisioned(id));
  }

  private SheetException noTab() {
    return LiveReport.notOk("tab-none");
  }

  private static String number(int tab) {
    return LiveReport.detail("tab-id", String.valueOf(tab));
  }

  private String whole(int tab) {
    int rows = gateway.read(tab).orElseThrow(this::noTab).rows().size();
    return LiveReport.detail("whole-rows", rows);
  }

  /** Whatever the words of the refusal, a tab that is not there has to read as absent. */
  private String missingTab() {
    List<Integer> taken =
        structures.tabs().stream()
            .map(Sheet::getProperties)
            .map(tab -> Absent.number(tab.getSheetId()))
            .toList();
    int id = Ids.free(Ids.of("live", "missing"), Set.copyOf(taken));
    String said;
    try {
      boolean listed = GridReader.find(to.sheets().tab(id, SnapshotReader.FIELDS), id).isPresent();
      said = LiveReport.detail(listed ? "missing-listed" : "missing-empty");
    } catch (SheetException e) {
      said = HttpRefusal.said(e);
    }
    if (gateway.read(id).isPresent()) {
      throw LiveReport.notOk("missing-found");
    }
    return said;
  }

  private String provisioned(int tab) {
    Structure structure = structures.read(tab);
    List<Request> missing =
        new Provisioning(to.layout(), to.roadmapId(), to.access()::account)
            .missing(structure, List.of());
    if (!missing.isEmpty()) {
      throw LiveReport.notOk("provisioned-not", missing.size());
    }
    return "";
  }

  private void clock() {
    String date;
    try {
      date = date();
    } catch (SheetException e) {
      report.failed("clock", e);
      return;
    }
    if (date.isEmpty()) {
      report.untried("clock-unknown", List.of("clock"));
    } else {
      report.point("clock", () -> compared(date));
    }
  }

  private static String compared(String date) {
    Instant server =
        HttpDate.parse(date)
            .orElseThrow(() -> LiveReport.notOk("clock-unread", Words.foreign(date)));
    Duration ahead = Duration.between(server, Instant.now());
    if (ahead.abs().compareTo(SKEW) > 0) {
      throw LiveReport.notOk("clock-wrong", String.valueOf(ahead.toSeconds()));
    }
    return LiveReport.detail("clock-right", String.valueOf(ahead.toSeconds()));
  }

  private String date() {
    try {
      HttpResponse answer =
          new NetHttpTransport()
              .createRequestFactory()
              .buildGetRequest(new GenericUrl(to.settings().rootUrl()))
              .setThrowExceptionOnExecuteError(false)
              .setFollowRedirects(false)
              .execute();
      String date = Absent.text(answer.getHeaders().getDate());
      answer.disconnect();
      return date;
    } catch (IOException e) {
      throw to.failures().unreachable(e);
    }
  }
}
