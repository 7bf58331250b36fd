package org.sverka.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TileAddressTest {
  // 1234067 is the example of c2sp.org/tlog-tiles.
  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, 0/000",
    "0, 1234067, 256, 0/x001/x234/067",
    "63, 999, 1, 63/999.p/1",
    "1, 1000, 255, 1/x001/000.p/255",
    "-1, 5, 8, entries/005.p/8"
  })
  void address_hasItsPath(int level, long index, int width, String path) {
    TileAddress tile = new TileAddress(level, index, width);

    assertThat(tile.path()).isEqualTo(path);
    assertThat(TileAddress.parse(path)).contains(tile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0/",
        "0/0",
        "0/0000",
        "00/000",
        "64/000",
        "-1/000",
        "0/x000/000",
        "0/001/000",
        "0/x001",
        "0/000.p/0",
        "0/000.p/01",
        "0/000.p/256",
        "0/000.p/257",
        "0/000.p/",
        "0/000.p",
        "0/000/",
        "entries/x1/000",
        "data/000",
        "0/٠٠٠",
        "0/x001/x001/x001/x001/x001/x001/000"
      })
  void anythingElse_isNoAddress(String path) {
    assertThat(TileAddress.parse(path)).isEmpty();
  }

  @Property
  void pathAndAddress_areTheSame(
      @ForAll @IntRange(min = -1, max = 63) int level,
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long index,
      @ForAll @IntRange(min = 1, max = 256) int width) {
    TileAddress tile = new TileAddress(level, index, width);

    assertThat(TileAddress.parse(tile.path())).contains(tile);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 273, 70000, 112",
    "0, 272, 70000, 256",
    "0, 274, 70000, 0",
    "-1, 273, 70000, 112",
    "1, 1, 70000, 17",
    "2, 0, 70000, 1",
    "3, 0, 70000, 0",
    "8, 0, 70000, 0",
    "63, 0, 70000, 0",
    "0, 0, 0, 0"
  })
  void treeOfASize_hasSoManyHashesThere(int level, long index, long size, int width) {
    assertThat(TileAddress.available(level, index, size)).isEqualTo(width);
  }
}
