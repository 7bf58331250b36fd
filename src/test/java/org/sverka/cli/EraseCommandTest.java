package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sverka.sync.Remains;

class EraseCommandTest {
  @Test
  void everyPlaceWhereATextStands_isNamed() {
    assertThat(EraseCommand.places(new Remains(List.of("1.3"), List.of("2"), true, true, true)))
        .isEqualTo(
            "measure 1.3; the heading of section 2; a row that is no measure of the roadmap, or"
                + " repeats one; the tab of the journal, in what a reviewer wrote; the header of"
                + " the sheet, or beside or below its table");
  }
}
