package org.sverka.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sverka.google.LiveCheck;
import org.sverka.google.LivePoint;
import org.sverka.google.Quota;
import org.sverka.log.Entry;
import org.sverka.log.LoggedFinding;
import org.sverka.rule.RuleBook;
import org.sverka.rule.RuleSet;
import org.sverka.sheet.SheetGateway;
import org.sverka.sync.Charter;
import org.sverka.sync.Plan;
import org.sverka.sync.Rehearsal;
import org.sverka.sync.Store;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code check}: one turn that only looks; with {@code --live} what only a live account can show.
 * Ends with 1 if there is anything to do.
 */
final class CheckCommand extends SheetCommand {
  private static final String LIVE = "--live";
  private static final String WRITE = "--write";

  CheckCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("check.summary");
  }

  @Override
  void declare(CommandSpec spec) {
    super.declare(spec);
    spec.addOption(
        OptionSpec.builder(LIVE).type(boolean.class).description(Words.text("check.live")).build());
    spec.addOption(
        OptionSpec.builder(WRITE)
            .paramLabel("ID")
            .type(String.class)
            .description(Words.text("check.scratch"))
            .build());
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    if (scratch().equals(settings.spreadsheetId())) {
      throw new InvalidSettingsException(List.of(Words.text("check.own", WRITE)));
    }
    if (!scratch().isEmpty() && !isLive()) {
      throw new InvalidSettingsException(List.of(Words.text("check.write-alone", WRITE, LIVE)));
    }
    // A sheet elsewhere needs no data directory, so a service that runs may go on.
    return isLive() && !settings.embedded()
        ? tryLive(elsewhere(settings).liveCheck())
        : super.call();
  }

  @Override
  int run(Charter charter, Store store, Sheets sheets) {
    return isLive() ? tryLive(sheets.liveCheck()) : look(charter, store, sheets.gateway());
  }

  private Sheets.Way elsewhere(Settings settings) {
    Charter charter = Roadmaps.charter(settings.roadmap());
    Tempo tempo = surroundings().tempo();
    return Sheets.elsewhere(settings, charter, Quota.google(tempo.steady()), tempo);
  }

  private int tryLive(LiveCheck check) {
    List<LivePoint> points = new ArrayList<>();
    check.run(
        scratch(),
        point -> {
          points.add(point);
          String outcome = Words.text("check." + point.outcome().name());
          boolean plain = point.detail().isEmpty();
          print(
              plain
                  ? Words.text("check.point", outcome, point.title())
                  : Words.text("check.point-detail", outcome, point.title(), point.detail()));
        });
    boolean fine = points.stream().noneMatch(p -> p.outcome() == LivePoint.Outcome.NOT_OK);
    return fine ? Exit.FINE : Exit.NO;
  }

  private boolean isLive() {
    return arguments().matchedOptionValue(LIVE, false);
  }

  private String scratch() {
    return arguments().matchedOptionValue(WRITE, "").strip();
  }

  private int look(Charter charter, Store store, SheetGateway gateway) {
    Optional<Plan> plan = Rehearsal.look(charter, store, gateway, InstantSource.system());
    if (plan.isEmpty()) {
      print(Words.text("check.no-tab"));
      return Exit.NO;
    }
    for (Entry entry : plan.get().entries()) {
      print(Words.text("check.entry", shown(entry)));
    }
    explain(plan.get());
    plan.get().changes().forEach(change -> print(Words.text("check.write", change.toString())));
    if (plan.get().entries().isEmpty() && plan.get().changes().isEmpty()) {
      print(Words.text("check.nothing"));
      return Exit.FINE;
    }
    return Exit.NO;
  }

  /** What the rules that found something look for. */
  private void explain(Plan plan) {
    Set<String> found =
        plan.entries().stream()
            .flatMap(entry -> entry.findings().stream())
            .map(LoggedFinding::rule)
            .collect(Collectors.toSet());
    for (RuleBook.Chapter chapter : RuleBook.of(RuleSet.standard(List.of())).chapters()) {
      if (found.contains(chapter.rule())) {
        RuleBook.English english = chapter.english();
        print(Words.text("check.rule", chapter.rule(), english.about(), english.fix()));
      }
    }
  }

  private static String shown(Entry entry) {
    return String.join(
        " ",
        entry.type().key(),
        entry.measure(),
        entry.column(),
        entry.verdict().key(),
        entry.findings().stream().map(finding -> finding.rule()).toList().toString());
  }
}
