package org.sverka.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sverka.sheet.Reading;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.TabChanges;
import org.sverka.sheet.Written;

/**
 * Lets nothing through to a sheet whose file as a whole a person must put right first, as one that
 * lies in the bin.
 */
final class HaltableGateway implements SheetGateway {
  private final SheetGateway sheet;
  private volatile String reason = "";

  HaltableGateway(SheetGateway sheet) {
    this.sheet = sheet;
  }

  /**
   * Stops the way, or opens it.
   *
   * @param why for the operator; the empty text to open it
   * @return whether that opened it
   */
  boolean halt(String why) {
    boolean stood = !reason.isEmpty();
    reason = why;
    return stood && why.isEmpty();
  }

  @Override
  public Reading read(int sheetId, int journalId) {
    return pass(() -> sheet.read(sheetId, journalId));
  }

  @Override
  public Optional<Integer> find() {
    return pass(sheet::find);
  }

  @Override
  public int provision(int sheetId, List<SheetChange.NewRow> rowsIfNew) {
    return pass(() -> sheet.provision(sheetId, rowsIfNew));
  }

  @Override
  public int provisionJournal(int journalId) {
    return pass(() -> sheet.provisionJournal(journalId));
  }

  @Override
  public String claim(int sheetId, String mark) {
    return pass(() -> sheet.claim(sheetId, mark));
  }

  @Override
  public Written write(
      int sheetId, List<SheetChange> changes, int keyColumn, int headerRow, TabChanges journal) {
    return pass(() -> sheet.write(sheetId, changes, keyColumn, headerRow, journal));
  }

  @Override
  public Optional<String> partySince(Instant since) {
    return sheet.partySince(since);
  }

  @Override
  public String spreadsheet() {
    return sheet.spreadsheet();
  }

  @Override
  public String link() {
    return sheet.link();
  }

  @Override
  public Optional<String> standstill() {
    return Optional.of(reason).filter(why -> !why.isEmpty()).or(sheet::standstill);
  }

  /** An operator's word counts until the next warning. */
  @Override
  public void resume() {
    reason = "";
    sheet.resume();
  }

  private <T> T pass(Supplier<T> request) {
    String why = reason;
    if (!why.isEmpty()) {
      throw new SheetException(why, false);
    }
    return request.get();
  }
}
