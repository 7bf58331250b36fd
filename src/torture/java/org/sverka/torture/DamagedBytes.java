package org.sverka.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;
import org.sverka.verify.UnreadableLogException;

/** The last entry cut at each byte, and each byte of the last three another one. */
final class DamagedBytes {
  private static final int LAST = 3;

  private static final int WAL_HEADER = 32;
  private static final int FRAME_HEADER = 24;

  private final Settings settings;
  private final Lanes lanes;

  /** As it was when its process was killed: the last entries are in the write-ahead log alone. */
  private final Path open;

  /** The same without the signature of the last entry. */
  private final Path unsigned;

  /** As it was when it had been closed: all is in the database. */
  private final Path closed;

  private final Map<Long, String> hashes;

  DamagedBytes(Settings settings, Lanes lanes, Template template) throws IOException {
    this.settings = settings;
    this.lanes = lanes;
    Path path = template.copy(settings.work(), "damaged");
    Path earlier = path;
    try (DataDirectory directory = DataDirectory.open(path);
        Store store = Stores.open("", directory)) {
      for (int i = 0; i < LAST; i++) {
        earlier = Folders.copy(path, settings.work(), "earlier");
        Entries.Entered unused = Entries.add(store, "Готово " + i);
      }
      this.open = Folders.copy(path, settings.work(), "open");
    }
    this.closed = path;
    this.unsigned = Folders.copy(open, settings.work(), "unsigned");
    Files.copy(
        earlier.resolve("log-signed"),
        unsigned.resolve("log-signed"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    this.hashes = Checker.look(closed, Optional.empty()).hashes();
  }

  /** Cuts the write-ahead log within the last entry, which was signed: that is found. */
  void cutSigned(Case line, int inShort) throws Exception {
    byte[] wal = Files.readAllBytes(open.resolve("sverka.db-wal"));
    int from = commits(wal).get(commits(wal).size() - 2);
    eachCut(
        from,
        wal,
        inShort,
        at ->
            damaged(line, open, "sverka.db-wal", "cut at byte " + at, Arrays.copyOf(wal, at), at));
    line.note((wal.length - from) + " bytes");
  }

  /** The same if it was neither signed nor acknowledged: it is gone, and the log goes on. */
  void cutUnsigned(Case line, int inShort) throws Exception {
    byte[] wal = Files.readAllBytes(unsigned.resolve("sverka.db-wal"));
    int from = commits(wal).get(commits(wal).size() - 2);
    Map<Long, String> rest = new java.util.HashMap<>(hashes);
    rest.remove((long) hashes.size());
    eachCut(
        from,
        wal,
        inShort,
        at -> {
          Path directory = Folders.copy(unsigned, settings.work(), "torn");
          Files.write(directory.resolve("sverka.db-wal"), Arrays.copyOf(wal, at));
          line.tried("cut at byte " + at, Checker.faults(directory, rest, Said.of(List.of())));
          Folders.delete(directory);
        });
  }

  /** Changes each byte of the last three entries in the write-ahead log. */
  void flipInLog(Case line, int inShort) throws Exception {
    byte[] wal = Files.readAllBytes(open.resolve("sverka.db-wal"));
    List<Integer> commits = commits(wal);
    int from = commits.size() > LAST ? commits.get(commits.size() - 1 - LAST) : 0;
    each(
        from,
        wal.length,
        inShort,
        at -> damaged(line, open, "sverka.db-wal", "byte " + at, flipped(wal, at), at));
  }

  /** Changes each byte of the rows of the last three entries in the database. */
  void flipInDatabase(Case line, int inShort) throws Exception {
    byte[] database = Files.readAllBytes(closed.resolve("sverka.db"));
    List<Integer> places = new ArrayList<>();
    for (long seq = hashes.size() - LAST + 1L; seq <= hashes.size(); seq++) {
      places.addAll(row(database, hashes.get(seq)));
    }
    each(
        0,
        places.size(),
        inShort,
        i ->
            damaged(
                line,
                closed,
                "sverka.db",
                "byte " + places.get(i),
                flipped(database, places.get(i)),
                i));
  }

  /** The bytes of a row, which ends with a hash that nothing else has but the row after it. */
  private static List<Integer> row(byte[] database, String hash) {
    List<Integer> places = new ArrayList<>();
    byte[] wanted = hash.getBytes(StandardCharsets.US_ASCII);
    byte[] begins = Entries.ROADMAP.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at + wanted.length <= database.length; at++) {
      if (Arrays.equals(database, at, at + wanted.length, wanted, 0, wanted.length)) {
        int from = at;
        while (from > 0
            && !Arrays.equals(database, from, from + begins.length, begins, 0, begins.length)) {
          from--;
        }
        // The lengths of the columns stand before the first of them.
        for (int place = from - 24; place < at + wanted.length; place++) {
          places.add(place);
        }
      }
    }
    return places;
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] other = bytes.clone();
    other[at] ^= 0x5a;
    return other;
  }

  /** Something done for a number. */
  private interface ForEach {
    void run(int number) throws Exception;
  }

  /** The last record of the file at every byte, what comes before it as far as is asked for. */
  private void eachCut(int from, byte[] wal, int inShort, ForEach work) throws Exception {
    int last = wal.length - FRAME_HEADER - ByteBuffer.wrap(wal).getInt(8);
    each(from, last, inShort, work);
    spread(last, wal.length, settings.choose(inShort, 0), work);
  }

  private void each(int from, int to, int inShort, ForEach work) throws Exception {
    spread(from, to, settings.choose(inShort, settings.bytes()), work);
  }

  /** So many at most, evenly; 0 for every one. */
  private void spread(int from, int to, int most, ForEach work) throws Exception {
    int step = most == 0 ? 1 : Math.max(1, (to - from) / most);
    for (int i = from; i < to; i += step) {
      int number = i;
      lanes.add(() -> work.run(number));
    }
    lanes.join();
  }

  /** Damage must be found, or be none; and what is found must keep the store from going on. */
  private void damaged(Case line, Path from, String file, String what, byte[] bytes, int number)
      throws IOException {
    Path directory = Folders.copy(from, settings.work(), "bytes");
    Files.write(directory.resolve(file), bytes);
    line.tried(what, silent(directory));
    Folders.delete(directory);
  }

  private Optional<String> silent(Path directory) {
    String found = "";
    try {
      Checker.Seeing seeing = Checker.look(directory, Optional.empty());
      if (seeing.isRight()) {
        return seeing.hashes().equals(hashes)
            ? Optional.empty()
            : Optional.of("nobody says so, and the log is " + seeing.hashes());
      }
      found = seeing.outcome().toString();
    } catch (UnreadableLogException e) {
      found = e.toString();
    }
    try (DataDirectory data = DataDirectory.open(directory);
        Store store = Stores.open("", data)) {
      Entries.Entered unused = Entries.add(store, "after damage");
      return Optional.of("the store goes on, where verify-log finds " + found);
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  /** Where transactions end in a write-ahead log. */
  private static List<Integer> commits(byte[] wal) {
    ByteBuffer buffer = ByteBuffer.wrap(wal);
    int page = buffer.getInt(8);
    List<Integer> ends = new ArrayList<>();
    for (int at = WAL_HEADER; at + FRAME_HEADER + page <= wal.length; at += FRAME_HEADER + page) {
      if (buffer.getInt(at + 4) != 0) {
        ends.add(at + FRAME_HEADER + page);
      }
    }
    return ends;
  }
}
