package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.RawSheet.text;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of Google's that were recorded with gspread's {@code WorksheetTest}, and are odd. */
class RecordedAnswersIT {
  @TempDir Path directory;
  private LocalServerFixture server;
  private RawSheet sheet;

  @BeforeEach
  void start() throws Exception {
    server = new LocalServerFixture(directory);
    sheet = RawSheet.create(server, "en_US");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void colour(String colour) throws Exception {
    sheet.batch(
        "{'updateSheetProperties':{'properties':{'sheetId':0,'tabColorStyle':{'rgbColor':"
            + colour
            + "}},'fields':'tabColorStyle'}}");
  }

  /** {@code test_batch_update}: columns that were written twice count once. */
  @Test
  void totalsOfABatch_countEachRowAndColumnOnce() throws Exception {
    String answer =
        text(
            sheet.ok(
                sheet.post(
                    "/values:batchUpdate?fields=totalUpdatedRows,totalUpdatedColumns,totalUpdatedCells",
                    "{'valueInputOption':'RAW','data':[{'range':'Data!A1:D1','values':[['A1','B1','','D1']]},"
                        + "{'range':'Data!A4:D4','values':[['A4','B4','','D4']]}]}")));
    assertThat(answer)
        .isEqualTo("{'totalUpdatedRows':2,'totalUpdatedColumns':4,'totalUpdatedCells':8}");
  }

  /** {@code test_update_tab_color}. */
  @Test
  void colour_isCutToEightBits() throws Exception {
    colour("{'red':1,'green':0,'blue':0.5}");
    assertThat(text(sheet.get("sheets.properties.tabColorStyle")))
        .contains("{'tabColorStyle':{'rgbColor':{'red':1,'blue':0.49803922}}}");
  }

  /** {@code test_clear_tab_color}. */
  @Test
  void colourOfNull_isNone() throws Exception {
    colour("{'red':1}");
    colour("null");
    assertThat(text(sheet.get("sheets.properties.tabColorStyle")))
        .isEqualTo("{'sheets':[{'properties':{}}]}");
  }
}
