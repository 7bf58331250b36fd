package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.Request;
import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * For each kind of request that Sverka sends, where it is known from how Google answers it: a
 * sequence in the public test recordings of gspread (commit 5e2b628), or a page of Google's
 * documentation. The embedded sheet is held to the same.
 */
class RequestEvidenceTest {
  private static final String GUIDE = "developers.google.com/workspace/sheets/api/";
  private static final Map<String, String> EVIDENCE =
      Map.ofEntries(
          Map.entry("addSheet", "SpreadsheetTest.test_add_del_worksheet"),
          Map.entry("updateSheetProperties", "WorksheetTest.test_hide_show_worksheet"),
          Map.entry("updateCells", "WorksheetTest.test_worksheet_notes"),
          Map.entry("copyPaste", GUIDE + "reference/rest/v4/spreadsheets/request#copypasterequest"),
          Map.entry("repeatCell", "WorksheetTest.test_format"),
          Map.entry("insertDimension", "WorksheetTest.test_insert_cols"),
          Map.entry("updateDimensionProperties", "WorksheetTest.test_hide_columns_rows"),
          Map.entry("setDataValidation", "WorksheetTest.test_add_validation"),
          Map.entry("addProtectedRange", "WorksheetTest.test_delete_protected_range"),
          Map.entry("deleteSheet", "SpreadsheetTest.test_add_del_worksheet"),
          Map.entry("sortRange", "WorksheetTest.test_sort"),
          Map.entry("moveDimension", GUIDE + "samples/rowcolumn"),
          Map.entry("deleteDimension", GUIDE + "samples/rowcolumn"),
          Map.entry("addConditionalFormatRule", GUIDE + "samples/conditional-formatting"),
          Map.entry("updateConditionalFormatRule", GUIDE + "samples/conditional-formatting"),
          Map.entry("createDeveloperMetadata", GUIDE + "guides/metadata"),
          Map.entry("deleteDeveloperMetadata", GUIDE + "guides/metadata"));

  private static Set<String> sent() throws IOException {
    String sources = sources();
    return Arrays.stream(Request.class.getMethods())
        .map(Method::getName)
        .filter(name -> name.startsWith("set") && sources.contains("." + name + "("))
        .map(name -> Introspector.decapitalize(name.substring(3)))
        .filter(kind -> !kind.isEmpty() && !kind.equals("factory"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/sverka/google"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void everyKindThatIsSent_isKnownFromARecordingOrAPage() throws IOException {
    assertThat(sent()).isEqualTo(new TreeSet<>(EVIDENCE.keySet()));
  }
}
