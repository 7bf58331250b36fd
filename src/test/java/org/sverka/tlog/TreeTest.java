package org.sverka.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Vectors: {@code testonly/constants.go} of github.com/transparency-dev/merkle @582a6ad1. */
final class TreeTest {
  private static final List<Hash> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(entry -> Hash.leaf(HexFormat.of().parseHex(entry)))
          .toList();
  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  /** Leaves of a tree of three levels of tiles. */
  private static final List<Hash> MANY = leaves(70_000);

  private static final TileMap TILES = TileMap.of(MANY);

  @Test
  void leavesOfOthers_haveTheRootsOfOthers() {
    for (int size = 0; size <= LEAVES.size(); size++) {
      TileMap tiles = TileMap.of(LEAVES.subList(0, size));

      assertThat(hex(Tree.root(size, tiles))).isEqualTo(ROOTS.get(size));
    }
  }

  @Property(tries = 200)
  void anySizeOfALargeTree_hasTheRootOfTheDefinition(
      @ForAll @IntRange(min = 0, max = 70_000) int size) {
    assertThat(Tree.root(size, TILES)).isEqualTo(defined(MANY.subList(0, size)));
  }

  @Property(tries = 50)
  void growingInAnySteps_givesTheSameTiles(
      @ForAll @IntRange(min = 0, max = 2_000) int first,
      @ForAll @IntRange(min = 0, max = 700) int second) {
    List<Hash> all = MANY.subList(0, first + second);
    TileMap tiles = TileMap.of(all.subList(0, first));
    tiles.grow(first, all.subList(first, first + second));

    TileMap once = TileMap.of(all);
    for (int level = 0; level < 2; level++) {
      for (long i = 0; TileAddress.available(level, i, all.size()) > 0; i++) {
        TileAddress tile = TileAddress.full(level, i);
        assertThat(tiles.hashes(tile)).isEqualTo(once.hashes(tile));
      }
    }
    assertThat(tiles.count()).isEqualTo(once.count());
  }

  // The example of c2sp.org/tlog-tiles, «Partial Tiles».
  @Test
  void seventyThousand_haveTheTilesOfTheSpecification() {
    assertThat(TILES.count()).isEqualTo(273 + 1 + 1 + 1 + 1);
    assertThat(TILES.hashes(TileAddress.full(0, 273))).hasSize(112 * Hash.BYTES);
    assertThat(TILES.hashes(TileAddress.full(1, 0))).hasSize(256 * Hash.BYTES);
    assertThat(TILES.hashes(TileAddress.full(1, 1))).hasSize(17 * Hash.BYTES);
    assertThat(TILES.hashes(TileAddress.full(2, 0))).hasSize(Hash.BYTES);
  }

  @Test
  void oneLeafMore_writesOneTileOfEachLevelAtMost() {
    List<TileAddress> written = new ArrayList<>();
    TreeGrowth growth = new TreeGrowth(65_535, TILES, (tile, hashes) -> written.add(tile));

    growth.add(MANY.get(65_535));
    growth.flush();

    assertThat(written)
        .containsExactly(
            TileAddress.full(0, 255), TileAddress.full(1, 0), new TileAddress(2, 0, 1));
  }

  /** RFC 6962, section 2.1, word by word. */
  private static Hash defined(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Hash.EMPTY;
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return Hash.node(defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
  }

  private static List<Hash> leaves(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Hash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static String hex(Hash hash) {
    return HexFormat.of().formatHex(hash.bytes());
  }
}
