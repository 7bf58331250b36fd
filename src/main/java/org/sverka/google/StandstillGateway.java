package org.sverka.google;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Reading;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.SheetChange.NewRow;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.TabChanges;
import org.sverka.sheet.Written;

/**
 * Does not ask again and again what is refused until a person has mended something. Such a refusal
 * is repeated here, without asking, for five minutes, because sharing a sheet or switching on an
 * API happens elsewhere; or until the credentials change or an operator says so. A refused write
 * does not keep the sheet from being read.
 */
final class StandstillGateway implements SheetGateway {
  private static final long PAUSE = Duration.ofMinutes(5).toNanos();

  private final SheetGateway sheet;
  private final Door door;
  private final LongSupplier nanos;
  private final Slot reads = new Slot();
  private final Slot writes = new Slot();
  private final Slot provisions = new Slot();

  /** Of a sheet that asks for no login. */
  StandstillGateway(SheetGateway sheet, LongSupplier nanos) {
    this(sheet, new Door(() -> "", Optional::empty, () -> {}), nanos);
  }

  StandstillGateway(SheetGateway sheet, Login login, LongSupplier nanos) {
    this(sheet, new Door(login::stamp, login::standstill, login::resume), nanos);
  }

  /**
   * @param nanos a clock that never jumps
   */
  StandstillGateway(SheetGateway sheet, Door door, LongSupplier nanos) {
    this.sheet = sheet;
    this.door = door;
    this.nanos = nanos;
  }

  /**
   * What there is to know of the credentials.
   *
   * @param stamp another one whenever they may be others
   * @param standstill why they are good for nothing; empty if they may be good
   * @param resume lets them be tried again
   */
  record Door(Supplier<Object> stamp, Supplier<Optional<String>> standstill, Runnable resume) {}

  @Override
  public Reading read(int sheetId, int journalId) {
    return reads.pass(() -> sheet.read(sheetId, journalId));
  }

  @Override
  public Optional<Integer> find() {
    return reads.pass(sheet::find);
  }

  @Override
  public int provision(int sheetId, List<NewRow> rowsIfNew) {
    return provisions.pass(() -> sheet.provision(sheetId, rowsIfNew));
  }

  @Override
  public int provisionJournal(int journalId) {
    return provisions.pass(() -> sheet.provisionJournal(journalId));
  }

  @Override
  public String claim(int sheetId, String mark) {
    return writes.pass(() -> sheet.claim(sheetId, mark));
  }

  @Override
  public Written write(
      int sheetId, List<SheetChange> changes, int keyColumn, int headerRow, TabChanges journal) {
    return writes.pass(() -> sheet.write(sheetId, changes, keyColumn, headerRow, journal));
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
    return door.standstill
        .get()
        .map(why -> Words.operator("standstill-credentials", why))
        .or(
            () ->
                reads
                    .reason()
                    .or(writes::reason)
                    .or(provisions::reason)
                    .map(w -> Words.operator("standstill", w)));
  }

  @Override
  public void resume() {
    reads.clear();
    writes.clear();
    provisions.clear();
    door.resume.run();
  }

  /** Requests that are refused alike. */
  private final class Slot {
    private @Nullable SheetException refusal;
    private long since;
    private Object stamp = "";

    <T> T pass(Supplier<T> request) {
      Optional<SheetException> standing = standing();
      if (standing.isPresent()) {
        throw standing.get();
      }
      try {
        T answer = request.get();
        clear();
        return answer;
      } catch (SheetException e) {
        if (HttpRefusal.isBarring(e)) {
          bar(e);
        }
        throw e;
      }
    }

    private synchronized Optional<SheetException> standing() {
      boolean over = nanos.getAsLong() - since >= PAUSE || !door.stamp.get().equals(stamp);
      return over ? Optional.empty() : Optional.ofNullable(refusal);
    }

    private synchronized void bar(SheetException why) {
      refusal = why;
      since = nanos.getAsLong();
      stamp = door.stamp.get();
    }

    private synchronized void clear() {
      refusal = null;
    }

    private synchronized Optional<String> reason() {
      return Optional.ofNullable(refusal).map(why -> Absent.text(why.getMessage()));
    }
  }
}
