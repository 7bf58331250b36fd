package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.log.SealedEntry;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;

/** Which party an edit came from, and how that is known. */
class AttributionTest {
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private final FakeSheet sheet =
      new FakeSheet(Scene.SIGNED, Reconciler.begin(Scene.SIGNED, now).next());
  private final FakeGateway gateway = new FakeGateway(sheet);
  private final MemoryStore store = new MemoryStore();
  private final Turn turn = new Turn(Scene.SIGNED, store, gateway, () -> now, () -> {});

  @BeforeEach
  void firstLook() {
    look();
    gateway.doer = Optional.of("kaliningrad");
  }

  private List<Entry> look() {
    int known = store.entries().size();
    now = now.plusSeconds(5);
    assertThat(turn.run()).isNotNull();
    return store.entries().stream().skip(known).map(SealedEntry::entry).toList();
  }

  @Test
  void columnOfAParty_isStrongerThanAnyAccount() {
    sheet.set("1.1", "progress.spb", "сделано");

    assertThat(look())
        .extracting(Entry::party, Entry::partyBasis)
        .containsExactly(tuple("spb", PartyBasis.COLUMN));
  }

  @Test
  void columnOfTheOtherParty_isPublishedWithAWarningThatNamesNobody() {
    sheet.set("1.1", "progress.spb", "Подписан план работы");

    Entry edit = look().get(0);
    assertThat(edit.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_WARNINGS);
    assertThat(edit.published()).isTrue();
    assertThat(edit.findings())
        .extracting(LoggedFinding::rule, LoggedFinding::severity)
        .containsExactly(tuple("foreign-column", Severity.WARNING));
    assertThat(edit.findings().get(0).message()).doesNotContain("kaliningrad", "Калинин", "@");
    assertThat(sheet.cell("1.1", "check").text())
        .startsWith("Предупреждение. «Ход исполнения (Санкт-Петербург)»: этот столбец");
    assertThat(look()).isEmpty();
  }

  @Test
  void ownColumn_bringsNoWarning() {
    sheet.set("1.1", "progress.kaliningrad", "Подписан план работы");

    assertThat(look().get(0).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void columnOfTheOtherPartyAndNoKnownAccounts_bringNoWarning() {
    gateway.doer = Optional.empty();
    sheet.set("1.1", "progress.spb", "Подписан план работы");

    assertThat(look().get(0).verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void columnOfNoParty_isAttributedToTheAccountsAtWork() {
    sheet.set("1.1", "status", "В работе");

    assertThat(look())
        .extracting(Entry::party, Entry::partyBasis)
        .containsExactly(tuple("kaliningrad", PartyBasis.ACCOUNT));
  }

  @Test
  void ownRepair_isNobodysDoing() {
    sheet.set("1.1", "text", "правка");

    List<Entry> entries = look();
    assertThat(entries).extracting(Entry::type).containsExactly(EntryType.EDIT, EntryType.REPAIR);
    assertThat(entries.get(0).partyBasis()).isEqualTo(PartyBasis.ACCOUNT);
    assertThat(entries.get(1).partyBasis()).isEqualTo(PartyBasis.UNKNOWN);
  }

  @Test
  void accountsThatAreNotKnown_leaveItUnknown() {
    gateway.doer = Optional.empty();
    sheet.set("1.1", "status", "В работе");

    assertThat(look())
        .extracting(Entry::party, Entry::partyBasis)
        .containsExactly(tuple("", PartyBasis.UNKNOWN));
    assertThat(gateway.questions).hasValue(1);
  }

  @Test
  void quietSheet_asksForNobody() {
    assertThat(look()).isEmpty();
    assertThat(gateway.questions).hasValue(0);
  }
}
