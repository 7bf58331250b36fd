package org.sverka.local.page;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One server and one browser for a class of tests, a fresh sheet for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTestBase {
  PageFixture fixture;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fixture = new PageFixture(directory);
  }

  @BeforeEach
  void fill() throws Exception {
    fixture.fill(12);
  }

  @AfterEach
  void leave() {
    fixture.allLeave();
  }

  @AfterAll
  void stop() throws Exception {
    fixture.close();
  }
}
