package org.sverka.google;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;

/** What it takes to make a snapshot of Google's answer, which comes packed, from the wire on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SnapshotBenchmark {
  @Param({"41", "1000", "10000", "100000"})
  public int measures;

  private final Failures failures = new Failures("roadmap", () -> "");
  private final SnapshotReader same = new SnapshotReader(failures);
  private final SnapshotReader changing = new SnapshotReader(failures);
  private byte[] answer;
  private byte[] changed;
  private boolean turn;

  /** Two answers that differ in one cell; the first has been seen. */
  @Setup
  public void prepare() throws IOException {
    answer = LargeTab.packed(measures, "В работе");
    changed = LargeTab.packed(measures, "Исполнено");
    Snapshot first = read(same, answer);
    if (!read(same, answer).equals(first) || !asBefore().equals(first)) {
      throw new IllegalStateException("The ways to read do not agree");
    }
  }

  private static Snapshot read(SnapshotReader reader, byte[] packed) throws IOException {
    return reader
        .read(LargeTab.answer(packed), LargeTab.SHEET_ID, SheetGateway.NO_TAB)
        .table()
        .orElseThrow();
  }

  /** The answer is byte for byte the last one. */
  @Benchmark
  public Snapshot identical() throws IOException {
    return read(same, answer);
  }

  /** One cell differs from the last answer. */
  @Benchmark
  public Snapshot oneCell() throws IOException {
    turn = !turn;
    return read(changing, turn ? changed : answer);
  }

  /** Nothing has been read before. */
  @Benchmark
  public Snapshot first() throws IOException {
    return read(new SnapshotReader(failures), answer);
  }

  /** Through the model classes of Google's client, as a comparison. */
  @Benchmark
  public Snapshot asBefore() throws IOException {
    Spreadsheet spreadsheet =
        GsonFactory.getDefaultInstance()
            .fromString(LargeTab.answer(answer).text().body(), Spreadsheet.class);
    Sheet sheet = GridReader.find(spreadsheet, LargeTab.SHEET_ID).orElseThrow();
    Grid grid = new GridReader(failures).read(sheet);
    List<Snapshot.Row> rows = new ArrayList<>();
    for (int i = 0; i < grid.rowCount(); i++) {
      rows.add(
          new Snapshot.Row(
              Grid.tag(grid.rowMetadata().get(i), Tag.ROW),
              grid.cells(i).stream().map(CellReader::read).toList()));
    }
    return new Snapshot(
        grid.sheetId(),
        grid.title(),
        grid.rowCount(),
        grid.columnCount(),
        grid.columnMetadata().stream().map(line -> Grid.tag(line, Tag.COLUMN)).toList(),
        rows);
  }
}
