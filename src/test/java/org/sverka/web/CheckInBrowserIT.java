package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sverka.testing.Chromium;
import org.sverka.testing.FakePublished;

/** A statement's file is held against the log, in real Chromium. */
class CheckInBrowserIT {
  private static final String TABLE = "/one/log/compare.csv?since=1&revision=6";
  private static final String SAME = "Совпадает. Файл знак в знак тот";

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static Served served;
  private static byte[] table;
  private static String code;
  private Page page;

  @BeforeAll
  static void start() {
    served = new Served(FakePublished.sample("one"));
    table = served.bytes(TABLE).body();
    Matcher name =
        Pattern.compile("one-(\\d+-\\d+-[0-9A-Z-]{11})\\.csv")
            .matcher(Served.header(served.get(TABLE), "Content-Disposition"));
    assertThat(name.find()).isTrue();
    code = name.group(1);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @BeforeEach
  void open() {
    page = chromium.browser().newPage();
    page.navigate(served.url() + "/one/log/check");
  }

  @AfterEach
  void close() {
    page.context().close();
  }

  private void choose(String name, byte[] bytes) {
    page.getByLabel("Или файл ведомости").setInputFiles(new FilePayload(name, "text/csv", bytes));
  }

  private String answer() {
    page.waitForURL("**code=**");
    return page.locator(".outcome:not([hidden])").textContent();
  }

  @Test
  void fileUnderItsOwnName_matches() {
    choose("one-" + code + ".csv", table);

    assertThat(answer()).contains(SAME);
  }

  @Test
  void fileUnderAnotherName_matches() {
    choose("renamed.csv", table);

    assertThat(answer()).contains(SAME);
    assertThat(page.getByLabel("Код проверки").inputValue()).isEqualTo(code);
  }

  @Test
  void changedFileUnderAnotherName_doesNotMatch() {
    String changed = new String(table, StandardCharsets.UTF_8).replace("in-progress", "done");

    choose("renamed.csv", changed.getBytes(StandardCharsets.UTF_8));

    assertThat(answer()).contains("Не совпадает.").contains("получается другой файл");
  }

  /**
   * What was answered of a file stays the answer: the code in the field is that of the real one.
   */
  @Test
  void changedFile_staysDifferentWhenAskedAgain() {
    String changed = new String(table, StandardCharsets.UTF_8).replace("in-progress", "done");
    choose("one-" + code + ".csv", changed.getBytes(StandardCharsets.UTF_8));
    assertThat(answer()).contains("Не совпадает.");

    page.evaluate("document.body.dataset.answered = 'once'");
    check();
    page.waitForFunction("!document.body.dataset.answered");

    assertThat(answer()).contains("Не совпадает.").contains("получается другой файл");
    assertThat(page.url()).containsOnlyOnce("sha256=");
  }

  /**
   * As browsers do who put a form back as it was when a person comes back: no event tells of it.
   */
  @Test
  void fileThatTheBrowserPutBack_isLookedAtFirst() {
    page.getByLabel("Код проверки").fill(code);
    page.evaluate(
        "const files = new DataTransfer(); files.items.add(new File(['что-то'], 'a.csv'));"
            + " document.getElementById('f-file').files = files.files");

    check();

    assertThat(answer()).contains("получается другой файл");
  }

  @Test
  void fileThatCannotBeRead_leavesNoAnswerAboutTheCodeAlone() {
    page.evaluate("void (File.prototype.arrayBuffer = () => Promise.reject(new Error('gone')))");
    page.getByLabel("Код проверки").fill(code);
    choose("one-" + code + ".csv", table);
    page.getByText("Файл не читается").waitFor();

    check();

    page.getByText("Файл не читается").waitFor();
    assertThat(page.url()).doesNotContain("code=");
  }

  @Test
  void anotherStatement_isCheckedAfresh() {
    choose("one-" + code + ".csv", table);
    assertThat(answer()).contains(SAME);

    page.getByText("Проверить другую ведомость").click();
    page.waitForURL("**/log/check");

    assertThat(page.getByLabel("Код проверки").inputValue()).isEmpty();
    assertThat(page.locator(".outcome:not([hidden])").count()).isZero();
  }

  private void check() {
    page.getByText("Проверить", new Page.GetByTextOptions().setExact(true)).click();
  }

  @Test
  void fileWithoutACode_asksForIt() {
    choose("renamed.csv", "что-то\r\n".getBytes(StandardCharsets.UTF_8));

    page.getByText("Ни в имени файла, ни в нём самом нет кода.").waitFor();
    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS).isVisible())
        .isTrue();
  }

  @Test
  void secondFileAndTypedCode_areOneQuestion() {
    choose("first.csv", "что-то\r\n".getBytes(StandardCharsets.UTF_8));
    page.getByText("Ни в имени файла").waitFor();
    choose("second.csv", "что-то другое\r\n".getBytes(StandardCharsets.UTF_8));
    page.getByText("Ни в имени файла").waitFor();
    page.getByLabel("Код проверки").fill(code);
    check();

    assertThat(answer()).contains("получается другой файл");
    assertThat(page.url()).containsOnlyOnce("sha256=");
  }

  @Test
  void codeOfAPaper_isNotReplacedByThatOfTheFile() {
    page.getByLabel("Код проверки").fill("1-4-00000-00000");
    choose("one-" + code + ".csv", table);

    assertThat(answer()).contains("Не совпадает.");
    assertThat(page.getByLabel("Код проверки").inputValue()).isEqualTo("1-4-00000-00000");
  }
}
