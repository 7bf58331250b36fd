package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces a text in the texts of a range, a tab or all tabs. Where it stands in something that is
 * not a text, or what results is no longer one, it is declined.
 */
final class FindReplace implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Search search = Search.read(request);
    Count count = new Count();
    for (GridRange range : ranges(request, book)) {
      search.replaceIn(book.grid(range.sheetId()), range, book, count);
    }
    ObjectNode reply = Json.object();
    reply.set("findReplace", count.json());
    return reply;
  }

  private static List<GridRange> ranges(Params request, WorkbookDraft book) {
    Optional<Params> range = request.child("range");
    boolean all = request.flag("allSheets");
    if ((range.isPresent() ? 1 : 0) + (all ? 1 : 0) + (request.has("sheetId") ? 1 : 0) != 1) {
      throw ApiException.invalid("Must specify one of range, sheetId or allSheets.");
    }
    if (range.isPresent()) {
      GridRange given = Ranges.grid(range.get(), book);
      return List.of(Ranges.onGrid(book.grid(given.sheetId()), given));
    }
    int wanted = request.integer("sheetId", 0);
    if (!all) {
      book.requireTab(wanted);
    }
    return book.view().tabs().stream()
        .filter(tab -> all || tab.id() == wanted)
        .map(tab -> tab.clip(GridRange.whole(tab.id())))
        .toList();
  }

  /** What was changed, as the reply counts it. */
  private static final class Count {
    private final Set<Integer> sheets = new HashSet<>();
    private int values;
    private int rows;
    private int occurrences;

    ObjectNode json() {
      ObjectNode json = Json.object();
      if (occurrences > 0) {
        json.put("valuesChanged", values)
            .put("rowsChanged", rows)
            .put("sheetsChanged", sheets.size())
            .put("occurrencesChanged", occurrences);
      }
      return json;
    }
  }

  /** What is sought and what comes instead. */
  private record Search(Pattern wanted, String instead, boolean entire, boolean formulas) {

    static Search read(Params request) {
      String find = request.text("find", "");
      if (find.isEmpty()) {
        throw ApiException.invalid("Must specify what to find.");
      }
      if (request.flag("searchByRegex")) {
        throw ApiException.unsupported("searchByRegex");
      }
      int flags =
          Pattern.LITERAL
              | (request.flag("matchCase") ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      return new Search(
          Pattern.compile(find, flags),
          Matcher.quoteReplacement(request.text("replacement", "")),
          request.flag("matchEntireCell"),
          request.flag("includeFormulas"));
    }

    void replaceIn(TabDraft tab, GridRange part, WorkbookDraft book, Count count) {
      ValueFormatter formatter = new ValueFormatter(book.locale());
      EntryParser parser = book.entries();
      for (int r = part.startRow(); r < part.endRow(); r++) {
        int before = count.values;
        int end = Math.min(part.endColumn(), tab.row(r).cells().size());
        for (int c = part.startColumn(); c < end; c++) {
          Cell cell = tab.cell(r, c);
          int found = found(shown(cell, formatter, book.locale()));
          if (found > 0) {
            tab.put(r, c, replaced(cell, parser));
            count.values++;
            count.occurrences += found;
            count.sheets.add(tab.id());
          }
        }
        count.rows += count.values > before ? 1 : 0;
      }
    }

    private String shown(Cell cell, ValueFormatter formatter, SheetLocale locale) {
      if (cell.entered() instanceof CellValue.Formula formula) {
        return formulas ? formula.source() : "";
      }
      return formatter.show(cell.entered(), NumberFormat.of(cell.format(), locale));
    }

    private int found(String shown) {
      Matcher matcher = wanted.matcher(shown);
      return entire ? (matcher.matches() ? 1 : 0) : (int) matcher.results().count();
    }

    private Cell replaced(Cell cell, EntryParser parser) {
      if (!(cell.entered() instanceof CellValue.Text text)) {
        throw ApiException.unsupported("replacing in numbers, truth values or formulas");
      }
      String next = CellJson.limited(wanted.matcher(text.value()).replaceAll(instead));
      CellValue read = parser.read(next).value();
      if (!next.isEmpty() && !read.equals(new CellValue.Text(next))) {
        throw ApiException.unsupported("a replacement that makes a text a value of another kind");
      }
      return cell.withEntered(next.isEmpty() ? null : read);
    }
  }
}
