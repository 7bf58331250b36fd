package org.sverka.store;

import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sheet.Cell;
import org.sverka.sync.Hold;
import org.sverka.sync.MeasureState;
import org.sverka.sync.Rebuff;
import org.sverka.sync.SheetState;
import org.sverka.sync.SheetState.ExtraRow;
import org.sverka.sync.SheetState.PendingChange;
import org.sverka.sync.State;

/** All states that there can be, the sensible and the others. */
final class RandomStates {
  private RandomStates() {}

  /** Well-formed texts with every character, NUL and those beyond the first plane among them. */
  static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.integers().between(0, Character.MAX_CODE_POINT)),
            Tuple.of(1, Arbitraries.of(0, (int) '"', (int) '\\', (int) '\n', 0x1F600, (int) 'Ё')))
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .map(Character::toString)
        .list()
        .ofMaxSize(12)
        .map(characters -> String.join("", characters));
  }

  static Arbitrary<Instant> moments() {
    return Combinators.combine(
            Arbitraries.longs().between(-62_135_596_800L, 253_402_300_799L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  static Arbitrary<MeasureState> measures() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            byKey(cells()),
            byKey(texts()),
            byKey(holds()),
            byKey(rebuffs()),
            moments(),
            texts(),
            texts())
        .as(MeasureState::new);
  }

  static Arbitrary<SheetState> sheets() {
    return Combinators.combine(
            Arbitraries.integers(),
            byKey(measures()),
            extras().list().ofMaxSize(3),
            byKey(texts()),
            Arbitraries.of(true, false),
            Combinators.combine(texts(), moments(), moments()).as(PendingChange::new),
            texts())
        .as(SheetState::new);
  }

  static Arbitrary<State> states(long revision) {
    Arbitrary<MeasureNumber> numbers =
        Combinators.combine(
                Arbitraries.integers().between(1, 9999), Arbitraries.integers().between(1, 9999))
            .as((section, measure) -> new MeasureNumber(section + "." + measure));
    Arbitrary<Map<MeasureNumber, MeasureState>> measures =
        Arbitraries.maps(numbers, measures()).ofMaxSize(4);
    Arbitrary<String> editions = Arbitraries.strings().alpha().ofMaxLength(64);
    return Combinators.combine(editions, moments(), measures, sheets())
        .as((edition, at, m, sheet) -> new State(edition, revision, at, m, sheet));
  }

  private static Arbitrary<Cell> cells() {
    Arbitrary<Cell.Kind> kinds = Arbitraries.of(Cell.Kind.class);
    return Combinators.combine(kinds, texts())
        .as((kind, text) -> text.isEmpty() ? Cell.EMPTY : cell(kind, text));
  }

  private static Cell cell(Cell.Kind kind, String text) {
    return kind == Cell.Kind.EMPTY ? Cell.EMPTY : new Cell(kind, text);
  }

  private static Arbitrary<Hold> holds() {
    return Combinators.combine(moments(), texts().list().ofMaxSize(3), Arbitraries.longs())
        .as(Hold::new);
  }

  private static Arbitrary<Rebuff> rebuffs() {
    return Combinators.combine(moments().list().ofMaxSize(3), Arbitraries.of(true, false), texts())
        .as(Rebuff::new);
  }

  private static Arbitrary<ExtraRow> extras() {
    return Combinators.combine(texts(), texts(), byKey(cells())).as(ExtraRow::new);
  }

  private static <T> Arbitrary<Map<String, T>> byKey(Arbitrary<T> values) {
    return Arbitraries.maps(texts(), values).ofMaxSize(3);
  }
}
