package org.sverka.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The way to one shared sheet. Every method blocks and must be kept off an event loop. Failures are
 * {@link SheetException}s.
 */
public interface SheetGateway {
  /** Stands for the id of a tab that is not known. */
  int NO_TAB = -1;

  /**
   * Reads the tab in one request.
   *
   * @return empty if the spreadsheet answers and has no such tab
   * @throws SheetException if it could not be read whole; nothing may be concluded from that
   */
  default Optional<Snapshot> read(int sheetId) {
    return read(sheetId, NO_TAB).table();
  }

  /**
   * Reads the tab and that of the journal in one request, of one moment.
   *
   * @param journalId tab of the journal; {@link #NO_TAB} if there is none
   * @throws SheetException if they could not be read whole; nothing may be concluded from that
   */
  Reading read(int sheetId, int journalId);

  /**
   * Finds the tab by its tag, else by its title.
   *
   * @return its id
   */
  Optional<Integer> find();

  /**
   * Makes sure that the tab stands as the layout wants it: frozen rows and columns, widths,
   * drop-downs, protection, formats. What is there already is left alone. If there is no tab with
   * that id, the one that {@link #find} would find is taken; if there is none, it is made, with
   * these rows.
   *
   * @param sheetId the tab's id, if it is known; else {@link #NO_TAB}
   * @return the tab's id
   */
  int provision(int sheetId, List<SheetChange.NewRow> rowsIfNew);

  /**
   * The same for the tab of the journal, as {@link JournalLayout} wants it. It is made without
   * rows.
   *
   * @param journalId the tab's id, if it is known; else {@link #NO_TAB}
   * @return the tab's id; {@link #NO_TAB} if this sheet can't have one
   */
  int provisionJournal(int journalId);

  /**
   * Takes the right to write to the tab from whoever has it.
   *
   * @param mark of who takes it
   * @return the mark that readings bear from now on; empty if nobody else can reach the sheet, and
   *     readings bear none
   */
  String claim(int sheetId, String mark);

  /**
   * Applies the changes in one atomic request.
   *
   * @param keyColumn physical column whose cells are wanted back
   * @param headerRow physical row whose cells are wanted back
   * @throws SheetException if it failed, or may have failed
   */
  default Written write(int sheetId, List<SheetChange> changes, int keyColumn, int headerRow) {
    return write(sheetId, changes, keyColumn, headerRow, TabChanges.NONE);
  }

  /**
   * The same, with changes to the journal in the same request. Should the journal be what a request
   * is refused for, it may be left out the next time, so that it keeps nothing from the table.
   */
  Written write(
      int sheetId, List<SheetChange> changes, int keyColumn, int headerRow, TabChanges journal);

  /**
   * The party whose accounts, and nobody else's, have changed the spreadsheet lately. A hint: it is
   * not known who changed which cell. Failures are no exceptions here; they are «unknown».
   *
   * @param since the moment of the snapshot before
   * @return key of the party; empty if there were several, or accounts of nobody, or it is not
   *     known
   */
  Optional<String> partySince(Instant since);

  /** The id of the spreadsheet in which the tab is. */
  String spreadsheet();

  /** Where a person opens the sheet. */
  String link();

  /**
   * Why the server is not asked for anything at present, for the operator: a person has to mend
   * something first. Empty while the way is open. Never blocks for long.
   */
  Optional<String> standstill();

  /** An operator says that the server may be asked again. */
  void resume();
}
