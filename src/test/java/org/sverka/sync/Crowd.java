package org.sverka.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Snapshot;

/** People who do at random what people do to a sheet; the same seed does the same. */
final class Crowd {
  /** Marks every text that the crowd types, so that each can be looked for. */
  static final String TOKEN = "рука-";

  private static final List<String> WORDS =
      List.of("В работе", "Исполнено", "Готово", "23.11.2026", "https://gov.spb.ru/1", "", "  ");

  private static final int MOST_ROWS = 80;

  private final Random random;
  private final Hands hands;
  private final Layout layout;
  private final List<String> earlier = new ArrayList<>();
  private int typed;
  private int deeds;

  Crowd(long seed, Hands hands, Layout layout) {
    this.random = new Random(seed);
    this.hands = hands;
    this.layout = layout;
  }

  /** How many things have been done so far. */
  int deeds() {
    return deeds;
  }

  /**
   * Does one thing to the sheet as it stands.
   *
   * @param columns whether columns may come and go
   */
  void act(Snapshot sheet, boolean columns) {
    deeds++;
    int row = 1 + random.nextInt(Math.max(1, sheet.rows().size() - 1));
    int other = 1 + random.nextInt(Math.max(1, sheet.rows().size() - 1));
    int dice = random.nextInt(100);
    if (dice < 40) {
      edit(sheet, row, Column.Kind.WORKING);
    } else if (dice < 60) {
      edit(sheet, row, Column.Kind.CANONICAL);
    } else if (dice < 65) {
      revert(sheet, row);
    } else if (dice < 73) {
      if (sheet.rowCount() < MOST_ROWS) {
        hands.insertRow(row);
      }
    } else if (dice < 80) {
      hands.deleteRow(row);
    } else if (dice < 86) {
      hands.moveRow(row, other);
    } else if (dice < 89) {
      int by = random.nextInt(sheet.columnCount());
      hands.sort(0, sheet.rowCount(), sheet.columnCount(), by, random.nextBoolean());
    } else if (dice < 93 && sheet.rowCount() < MOST_ROWS) {
      hands.insertRow(other);
      hands.paste(other <= row ? row + 1 : row, other, sheet.columnCount());
    } else if (dice < 96) {
      hands.paste(row, other, sheet.columnCount());
    } else if (dice < 98) {
      rename(sheet);
    } else if (columns) {
      column(sheet);
    }
  }

  /** Types, now and then, into one of the very cells that are about to be replaced. */
  void typeInto(List<SheetChange> changes) {
    List<SheetChange.Replace> cells =
        changes.stream()
            .filter(SheetChange.Replace.class::isInstance)
            .map(SheetChange.Replace.class::cast)
            .toList();
    if (!cells.isEmpty() && random.nextInt(3) == 0) {
      deeds++;
      SheetChange.Replace cell = cells.get(random.nextInt(cells.size()));
      hands.type(cell.row(), cell.column(), token());
    }
  }

  private String token() {
    String text = TOKEN + ++typed + ".";
    earlier.add(text);
    return text;
  }

  /** How many random things come next, between two numbers. */
  int some(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private void edit(Snapshot sheet, int row, Column.Kind kind) {
    List<Column> columns = layout.columns(kind);
    Column column = columns.get(random.nextInt(columns.size()));
    int place = sheet.columnTags().indexOf(column.key());
    if (place < 0) {
      return;
    }
    switch (random.nextInt(10)) {
      case 0 -> hands.enterNumber(row, place, 45_000 + random.nextInt(2_000));
      case 1 -> hands.enterFormula(row, place, "=1+" + random.nextInt(9));
      case 2, 3 -> hands.type(row, place, WORDS.get(random.nextInt(WORDS.size())));
      default -> hands.type(row, place, token());
    }
  }

  /** As Ctrl+Z would: what once stood there, or anywhere, stands there again. */
  private void revert(Snapshot sheet, int row) {
    Column column = layout.columns().get(random.nextInt(layout.columns().size() - 2));
    int place = sheet.columnTags().indexOf(column.key());
    if (place >= 0 && !earlier.isEmpty()) {
      hands.type(row, place, earlier.get(random.nextInt(earlier.size())));
    }
  }

  private void rename(Snapshot sheet) {
    Column column = layout.columns().get(random.nextInt(layout.columns().size()));
    int place = sheet.columnTags().indexOf(column.key());
    boolean header =
        sheet.rows().get(0).tag().equals("header")
            && sheet.rows().get(0).cell(0).text().startsWith("№");
    if (place > 0 && header) {
      hands.type(0, place, token());
    }
  }

  /** A column of somebody's own comes or goes. */
  private void column(Snapshot sheet) {
    int place = random.nextInt(sheet.columnCount());
    int spare = sheet.columnTags().indexOf("");
    boolean blank =
        spare >= 0 && sheet.rows().stream().allMatch(row -> row.cell(spare).equals(Cell.EMPTY));
    if (blank) {
      hands.deleteColumn(spare);
    } else if (sheet.columnCount() < layout.columns().size() + 3) {
      hands.insertColumn(place);
    }
  }
}
