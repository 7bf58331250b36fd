package org.sverka.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sverka.rule.Verdict;

class EpisodeTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private final List<Entry> entries = new ArrayList<>();

  @Test
  void editsOfOneMeasureWithinMinutes_areOne() {
    edit(0, "7.6", "status", "spb", "", "В работе");
    edit(4, "7.6", "progress.spb", "spb", "", "Идёт");

    assertThat(numbers()).containsExactly(List.of(2L, 1L));
  }

  @Test
  void longPause_beginsAnother() {
    edit(0, "7.6", "status", "spb", "", "В работе");
    edit(11, "7.6", "status", "spb", "В работе", "Исполнено");

    assertThat(numbers()).containsExactly(List.of(2L), List.of(1L));
  }

  @Test
  void otherMeasure_isAnotherAndDoesNotPartTheFirst() {
    edit(0, "7.6", "status", "spb", "", "В работе");
    edit(1, "7.5", "status", "spb", "", "В работе");
    edit(2, "7.6", "status", "spb", "В работе", "Исполнено");

    assertThat(numbers()).containsExactly(List.of(3L, 1L), List.of(2L));
  }

  @Test
  void otherSide_isAnother() {
    edit(0, "7.6", "progress.spb", "spb", "", "Идёт");
    edit(1, "7.6", "progress.kaliningrad", "kaliningrad", "", "Идёт");
    edit(2, "7.6", "progress.spb", "spb", "Идёт", "Сделано");

    assertThat(numbers()).containsExactly(List.of(3L, 1L), List.of(2L));
  }

  @Test
  void unknownSide_joinsNoSideThatWasThere() {
    edit(0, "7.6", "status", "", "", "В работе");
    edit(1, "7.6", "progress.spb", "spb", "", "Идёт");
    edit(2, "7.6", "status", "", "В работе", "Исполнено");
    edit(3, "7.6", "progress.spb", "spb", "Идёт", "Сделано");

    assertThat(numbers()).containsExactly(List.of(4L, 2L), List.of(3L, 1L));
    assertThat(folded()).extracting(Episode::party).containsExactly("spb", "");
  }

  @Test
  void whatIsNoEdit_staysAlone() {
    edit(0, "7.6", "status", "spb", "", "В работе");
    add(1, EntryType.REPAIR, "7.6", "text", "", "x", "y");
    edit(2, "7.6", "status", "spb", "В работе", "Исполнено");

    assertThat(numbers()).containsExactly(List.of(3L, 1L), List.of(2L));
  }

  @Test
  void net_isFromTheFirstTextToTheLast() {
    edit(0, "7.6", "status", "spb", "Не начато", "В работе");
    edit(1, "7.6", "progress.spb", "spb", "", "Идёт");
    edit(2, "7.6", "status", "spb", "В работе", "Исполнено");

    List<Episode.Net> net = folded().get(0).net();

    assertThat(net)
        .extracting(cell -> cell.last().column(), c -> c.first().before(), c -> c.last().after())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("status", "Не начато", "Исполнено"),
            org.assertj.core.groups.Tuple.tuple("progress.spb", "", "Идёт"));
    assertThat(net.get(0).isUndone()).isFalse();
  }

  @Test
  void changedAndPutBack_isUndone() {
    edit(0, "7.6", "status", "spb", "Не начато", "В работе");
    edit(1, "7.6", "status", "spb", "В работе", "Не начато");

    assertThat(folded().get(0).net()).singleElement().matches(Episode.Net::isUndone);
  }

  @Test
  void refusalAtTheEnd_leavesWhatWasPublishedBefore() {
    edit(0, "7.6", "progress.spb", "spb", "", "Идёт");
    refused(1, "7.6", "progress.spb", "Идёт", "Идёт, звоните");
    refused(2, "7.6", "progress.spb", "Идёт, звоните", "Идёт, пишите");

    assertThat(folded().get(0).net())
        .singleElement()
        .satisfies(net -> assertThat(net.published()).contains(entries.get(0)));
  }

  @Test
  void whatWasRefusedFromTheFirst_hasPublishedNothing() {
    refused(0, "7.6", "progress.spb", "", "Звоните");
    refused(1, "7.6", "progress.spb", "Звоните", "Пишите");

    assertThat(folded().get(0).net()).allMatch(net -> net.published().isEmpty());
  }

  @Test
  void publicationAtTheEnd_needsNoOtherWord() {
    refused(0, "7.6", "progress.spb", "", "Звоните");
    edit(1, "7.6", "progress.spb", "spb", "Звоните", "Идёт");

    assertThat(folded().get(0).net()).allMatch(net -> net.published().isEmpty());
  }

  @Property(tries = 300)
  void everyEntry_isInOneEpisodeInOrder(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 2_000) Integer> deeds) {
    entries.clear();
    int minute = 0;
    for (int deed : deeds) {
      minute += deed % 13;
      String party = List.of("spb", "kaliningrad", "").get(deed % 3);
      EntryType type = deed % 7 == 0 ? EntryType.TIME : EntryType.EDIT;
      add(minute, type, "7." + (1 + deed % 2), "c" + deed % 4, party, "", "x");
    }

    List<Episode> folded = folded();

    assertThat(folded.stream().flatMap(e -> e.lines().stream()).map(l -> l.entry().seq()))
        .containsExactlyInAnyOrderElementsOf(entries.stream().map(Entry::seq).toList());
    assertThat(folded.stream().map(e -> -e.newest().entry().seq())).isSorted();
    for (Episode episode : folded) {
      assertThat(episode.lines().stream().map(line -> -line.entry().seq())).isSorted();
      assertThat(episode.lines().stream().map(l -> l.entry().measure()).distinct()).hasSize(1);
      assertThat(episode.lines()).allMatch(l -> l.entry().party().equals(episode.party()));
    }
  }

  private void edit(
      int minute, String measure, String column, String party, String before, String after) {
    add(minute, EntryType.EDIT, measure, column, party, before, after);
  }

  private void refused(int minute, String measure, String column, String before, String after) {
    Instant at = NINE.plus(Duration.ofMinutes(minute));
    entries.add(
        new Entry(
            entries.size() + 1L,
            at,
            EntryType.EDIT,
            measure,
            column,
            before,
            after,
            Verdict.REJECTED,
            List.of(),
            "spb",
            PartyBasis.COLUMN,
            false));
  }

  private void add(
      int minute,
      EntryType type,
      String measure,
      String column,
      String party,
      String before,
      String after) {
    entries.add(
        new Entry(
            entries.size() + 1L,
            NINE.plus(Duration.ofMinutes(minute)),
            type,
            measure,
            column,
            before,
            after,
            Verdict.ACCEPTED,
            List.of(),
            party,
            party.isEmpty() ? PartyBasis.UNKNOWN : PartyBasis.COLUMN,
            true));
  }

  private List<Episode> folded() {
    List<SealedEntry> lines =
        new ArrayList<>(
            Chain.seal(Chain.ORIGIN, entries, () -> "00112233445566778899aabbccddeeff"));
    Collections.reverse(lines);
    return Episode.fold(lines);
  }

  private List<List<Long>> numbers() {
    return folded().stream()
        .map(episode -> episode.lines().stream().map(line -> line.entry().seq()).toList())
        .toList();
  }
}
