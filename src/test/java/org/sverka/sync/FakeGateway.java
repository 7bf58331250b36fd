package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Reading;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.TabChanges;
import org.sverka.sheet.Written;

/** The way to a sheet in memory, which may be barred. */
final class FakeGateway implements SheetGateway {
  final FakeSheet sheet;
  final AtomicInteger reads = new AtomicInteger();
  final AtomicInteger provisions = new AtomicInteger();
  volatile Supplier<Optional<Snapshot>> reading;
  volatile boolean writable = true;
  volatile boolean losesAnswer;
  volatile boolean provisionable = true;
  final AtomicInteger questions = new AtomicInteger();
  volatile Optional<Integer> found = Optional.of(FakeSheet.ID);
  volatile String spreadsheet = "one";
  volatile Optional<String> doer = Optional.empty();
  volatile Runnable beforeWrite = () -> {};

  FakeGateway(FakeSheet sheet) {
    this.sheet = sheet;
    this.reading = () -> Optional.of(sheet.snapshot());
  }

  static SheetException refused() {
    return new SheetException("The sheet refuses", false);
  }

  @Override
  public Reading read(int sheetId, int journalId) {
    reads.incrementAndGet();
    return Reading.of(reading.get());
  }

  @Override
  public Optional<Integer> find() {
    return found;
  }

  @Override
  public int provision(int sheetId, List<SheetChange.NewRow> rowsIfNew) {
    if (provisions.getAndIncrement() > 0 && !provisionable) {
      throw refused();
    }
    return FakeSheet.ID;
  }

  /** It can't have one. */
  @Override
  public int provisionJournal(int journalId) {
    return NO_TAB;
  }

  @Override
  public String claim(int sheetId, String mark) {
    return "";
  }

  @Override
  public Written write(
      int sheetId, List<SheetChange> changes, int keyColumn, int headerRow, TabChanges journal) {
    beforeWrite.run();
    if (!writable) {
      throw refused();
    }
    List<Cell> replaced = sheet.apply(changes);
    if (losesAnswer) {
      throw new SheetException("The answer got lost", true);
    }
    return new Written(
        IntStream.range(0, sheet.size())
            .mapToObj(row -> sheet.cell(row, keyColumn).text())
            .toList(),
        IntStream.range(0, sheet.columns())
            .mapToObj(column -> sheet.cell(headerRow, column).text())
            .toList(),
        replaced);
  }

  @Override
  public Optional<String> partySince(Instant since) {
    questions.incrementAndGet();
    return doer;
  }

  @Override
  public String spreadsheet() {
    return spreadsheet;
  }

  @Override
  public String link() {
    return "";
  }

  @Override
  public Optional<String> standstill() {
    return Optional.empty();
  }

  @Override
  public void resume() {}
}
