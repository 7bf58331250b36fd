package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.page.PageFixture.NUMBER;
import static org.sverka.local.page.PageFixture.PROGRESS;
import static org.sverka.local.page.PageFixture.STATUS;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What other programs put on the clipboard, in the forms in which they do, and what they get. */
class PageClipboardIT extends PageTestBase {
  private static final String EXCEL =
      """
      <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
      <head><meta name=ProgId content=Excel.Sheet><style>
      .xl65
      \t{mso-style-parent:style0;
      \tmso-number-format:"\\@";}
      .xl66
      \t{white-space:normal;}
      </style></head>
      <body><table border=0><!--StartFragment--><col width=64>
       <tr height=20><td height=20 class=xl65>%s</td><td class=xl66 width=64>%s</td></tr>
      <!--EndFragment--></table></body></html>
      """;

  @Test
  void textOfExcel_staysTextAndSeveralLinesOneCell() throws Exception {
    SheetOnScreen sheet = fixture.open();
    String html =
        EXCEL.formatted(
            "1.10",
            "первая\r\n  строка<br>\r\n    вторая<span style='mso-spacerun:yes'>  </span>.");
    paste(sheet, STATUS, "1.10\t\"первая строка\nвторая  .\"\r\n", html);
    assertThat(fixture.stored(1, STATUS)).isEqualTo("1.10");
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("первая строка\nвторая  .");
  }

  @Test
  void quotesThatExcelDoesNotDouble_areKept() throws Exception {
    SheetOnScreen sheet = fixture.open();
    paste(sheet, STATUS, "\"Балтика\"\t=1+1\r\n", EXCEL.formatted("\"Балтика\"", "=1+1"));
    assertThat(fixture.stored(1, STATUS)).isEqualTo("\"Балтика\"");
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("2");
  }

  @Test
  void formulaThatIsTextInExcel_staysText() throws Exception {
    SheetOnScreen sheet = fixture.open();
    paste(sheet, STATUS, "=1+1\tx\r\n", EXCEL.formatted("=1+1", "x"));
    assertThat(fixture.stored(1, STATUS)).isEqualTo("=1+1");
  }

  @Test
  void rangeOfLibreOffice_keepsNumbersAndText() throws Exception {
    SheetOnScreen sheet = fixture.open();
    String html =
        """
        <!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/></head>
        <body><table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup>
        <tr><td height="17" align="left">1.2</td><td align="right" sdval="1.5" sdnum="1049;">1,5</td></tr>
        </table></body></html>
        """;
    paste(sheet, STATUS, "1.2\t1,5", html);
    assertThat(fixture.stored(1, STATUS)).isEqualTo("1.2");
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("1,5");
    assertThat(sheet.cell(1, PROGRESS)).hasClass(Pattern.compile(".*\\bnumber\\b.*"));
  }

  @Test
  void tableOfWord_isOneCellForEachOfItsCells() throws Exception {
    SheetOnScreen sheet = fixture.open();
    String html =
        """
        <html><body><!--StartFragment--><table class=MsoTableGrid><tr>
        <td width=311><p class=MsoNormal>В работе<o:p></o:p></p></td>
        <td width=312><p class=MsoNormal>первый<o:p></o:p></p><p class=MsoNormal>второй
        абзац<o:p></o:p></p></td></tr></table><!--EndFragment--></body></html>
        """;
    paste(sheet, STATUS, "В работе\r\n\tпервый\r\nвторой абзац\r\n\r\n", html);
    assertThat(fixture.stored(1, STATUS)).isEqualTo("В работе");
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("первый\nвторой абзац");
    assertThat(fixture.stored(2, STATUS)).isEqualTo("Не начато");
  }

  @Test
  void mergedCells_keepTheirPlaces() throws Exception {
    SheetOnScreen sheet = fixture.open();
    String html = "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>";
    paste(sheet, STATUS, "a\tb\n\tc", html);
    assertThat(fixture.stored(1, STATUS) + fixture.stored(1, PROGRESS)).isEqualTo("ab");
    assertThat(fixture.stored(2, STATUS) + fixture.stored(2, PROGRESS)).isEqualTo("c");
  }

  @Test
  void proseWithATableInIt_isPastedAsText() throws Exception {
    SheetOnScreen sheet = fixture.open();
    paste(sheet, PROGRESS, "до x", "<p>до</p><table><tr><td>x</td></tr></table>");
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("до x");
  }

  @Test
  void apostropheThatCanBeSeen_isKept() throws Exception {
    SheetOnScreen sheet = fixture.open();
    paste(sheet, PROGRESS, "'так' сказано", "");
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("'так' сказано");
  }

  @Test
  void hostileHtml_isNeverRun() throws Exception {
    SheetOnScreen sheet = fixture.open();
    String html =
        "<table><tr><td>a<img src=x onerror='window.hacked=1'><script>window.hacked=1</script></td></tr></table>";
    paste(sheet, PROGRESS, "a", html);
    assertThat(sheet.page.evaluate("window.hacked === undefined")).isEqualTo(true);
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("a");
  }

  @Test
  void singleValue_fillsTheRange() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(2, STATUS).click();
    sheet
        .cell(4, PROGRESS)
        .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    paste(sheet, "В работе", "");
    assertThat(fixture.storedColumn(STATUS).subList(1, 6))
        .containsExactly("Не начато", "В работе", "В работе", "В работе", "Не начато");
    assertThat(fixture.storedColumn(PROGRESS).subList(1, 6))
        .containsExactly("", "В работе", "В работе", "В работе", "");
  }

  @Test
  void copiedRange_tellsOthersWhatIsText() {
    SheetOnScreen sheet = fixture.open();
    sheet.type(1, PROGRESS, "1,5");
    sheet.assertSaved();
    sheet.assertShows(1, PROGRESS, "1,5");
    assertThat(sheet.cell(1, PROGRESS)).hasClass(Pattern.compile(".*\\bnumber\\b.*"));
    assertThat(copied(sheet, NUMBER).get("html"))
        .isEqualTo(
            "<table><tr><td style=\"mso-number-format:'\\@'\" sdnum=\"1049;0;@\">1.1</td></tr></table>");
    assertThat(copied(sheet, PROGRESS).get("html"))
        .isEqualTo("<table><tr><td>1,5</td></tr></table>");
  }

  private static void paste(SheetOnScreen sheet, int column, String text, String html) {
    sheet.cell(1, column).click();
    paste(sheet, text, html);
  }

  /** As the browser does it: its own interface for scripts would clean the HTML first. */
  private static void paste(SheetOnScreen sheet, String text, String html) {
    sheet.page.evaluate(
        """
        ({ text, html }) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          if (html) clipboardData.setData('text/html', html);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        Map.of("text", text, "html", html));
    sheet.assertSaved();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> copied(SheetOnScreen sheet, int column) {
    sheet.cell(1, column).click();
    return (Map<String, String>)
        sheet.page.evaluate(
            """
            () => {
              const clipboardData = new DataTransfer();
              document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
              return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
            }
            """);
  }
}
