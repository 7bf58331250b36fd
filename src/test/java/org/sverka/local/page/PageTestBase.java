package org.sverka.local.page;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.testing.Chromium;

/** One server for a class of tests, a fresh sheet and fresh browsers for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTestBase {
  @RegisterExtension static final Chromium chromium = new Chromium();

  PageFixture fixture;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    fixture = new PageFixture(chromium.browser(), directory);
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
