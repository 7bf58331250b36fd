package org.sverka.log;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;

/** Logs of all sorts, well sealed. */
final class RandomLogs {
  private static final JsonMapper JSON = new JsonMapper();

  private RandomLogs() {}

  static Arbitrary<List<SealedEntry>> logs(int least) {
    return Combinators.combine(
            entries().list().ofMinSize(least).ofMaxSize(6),
            Arbitraries.strings().withChars("0123456789abcdef").ofLength(32))
        .as((entries, salt) -> Chain.seal(Chain.ORIGIN, numbered(entries), () -> salt));
  }

  static JsonNode json(SealedEntry sealed) {
    try {
      return JSON.readTree(text(sealed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(SealedEntry sealed) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(out)) {
      EntryJson.write(generator, sealed);
    }
    return out.toString();
  }

  private static Arbitrary<Entry> entries() {
    Arbitrary<Entry> bare =
        Combinators.combine(
                moments(),
                Arbitraries.of(EntryType.class),
                Arbitraries.of("", "1.1", "7.6"),
                Arbitraries.of("", "status", "progress.spb"),
                texts(),
                texts(),
                Arbitraries.of(Verdict.class),
                findings().list().ofMaxSize(3))
            .as(
                (at, type, measure, column, before, after, verdict, findings) ->
                    new Entry(
                        0,
                        at,
                        type,
                        measure,
                        column,
                        before,
                        after,
                        verdict,
                        findings,
                        "",
                        PartyBasis.UNKNOWN,
                        false));
    return Combinators.combine(
            bare,
            Arbitraries.of("", "spb", "kaliningrad"),
            Arbitraries.of(PartyBasis.class),
            Arbitraries.of(true, false))
        .as(RandomLogs::with);
  }

  private static Entry with(Entry e, String party, PartyBasis basis, boolean published) {
    return new Entry(
        e.seq(),
        e.at(),
        e.type(),
        e.measure(),
        e.column(),
        e.before(),
        e.after(),
        e.verdict(),
        e.findings(),
        party,
        basis,
        published);
  }

  private static List<Entry> numbered(List<Entry> entries) {
    List<Entry> numbered = new ArrayList<>();
    for (Entry e : entries) {
      numbered.add(
          new Entry(
              numbered.size() + 1L,
              e.at(),
              e.type(),
              e.measure(),
              e.column(),
              e.before(),
              e.after(),
              e.verdict(),
              e.findings(),
              e.party(),
              e.partyBasis(),
              e.published()));
    }
    return numbered;
  }

  private static Arbitrary<LoggedFinding> findings() {
    return Combinators.combine(
            Arbitraries.of("status-vocabulary", "header"), Arbitraries.of(Severity.class), texts())
        .as(LoggedFinding::new);
  }

  private static Arbitrary<Instant> moments() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 4_102_444_800L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(10);
  }
}
