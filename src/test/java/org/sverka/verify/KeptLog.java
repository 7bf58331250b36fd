package org.sverka.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sverka.log.EntryJson;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.sync.PublishedRoadmap;
import org.sverka.tlog.TileAddress;

/** All bytes that a log is published in, kept in memory, so that a test can change any of them. */
final class KeptLog implements LogSource {
  static final String KEY = "key";
  static final String CHECKPOINT = "checkpoint";
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, byte[]> parts;
  private final long size;

  private KeptLog(Map<String, byte[]> parts, long size) {
    this.parts = parts;
    this.size = size;
  }

  static KeptLog of(PublishedRoadmap roadmap) {
    return of(roadmap, roadmap.state().revision());
  }

  /** The same as it was when it had fewer entries. */
  static KeptLog of(PublishedRoadmap roadmap, long size) {
    Map<String, byte[]> parts = new TreeMap<>();
    parts.put(KEY, bytes(roadmap.transparency().key().text()));
    parts.put(CHECKPOINT, bytes(roadmap.transparency().checkpoint(size)));
    for (SealedEntry entry : roadmap.log().after(0, (int) size, LogFilter.ALL)) {
      parts.put("entry " + entry.entry().seq(), json(entry));
    }
    for (int level = TileAddress.ENTRIES; level < 3; level++) {
      for (long tile = 0; TileAddress.available(level, tile, size) > 0; tile++) {
        TileAddress address =
            new TileAddress(level, tile, TileAddress.available(level, tile, size));
        parts.put(address.path(), roadmap.transparency().tile(address).orElseThrow());
      }
    }
    return new KeptLog(parts, size);
  }

  /** The names of all parts. */
  List<String> parts() {
    return List.copyOf(parts.keySet());
  }

  byte[] part(String name) {
    return parts.getOrDefault(name, new byte[0]);
  }

  /** The same with another part. */
  KeptLog with(String name, byte[] bytes) {
    Map<String, byte[]> others = new HashMap<>(parts);
    others.put(name, bytes);
    return new KeptLog(others, size);
  }

  KeptLog without(String name) {
    Map<String, byte[]> others = new HashMap<>(parts);
    others.remove(name);
    return new KeptLog(others, size);
  }

  Outcome check() {
    return LogCheck.run(this, Optional.empty());
  }

  Seen seen() {
    return new Seen(key(), checkpoint());
  }

  @Override
  public String key() {
    return text(KEY);
  }

  @Override
  public String checkpoint() {
    return text(CHECKPOINT);
  }

  @Override
  public List<JsonNode> entries(long after) throws WrongException {
    List<JsonNode> page = new ArrayList<>();
    for (long seq = after + 1; seq <= size && page.size() < 100; seq++) {
      byte[] entry = parts.get("entry " + seq);
      if (entry != null) {
        try {
          page.add(JSON.readTree(entry));
        } catch (IOException e) {
          throw new WrongException(Fault.FORM, Long.toString(seq));
        }
      }
    }
    return page;
  }

  @Override
  public long size(long signed) {
    return signed;
  }

  @Override
  public byte[] tile(String path) {
    return part(path);
  }

  @Override
  public void requireSound() {}

  @Override
  public Optional<byte[]> bundle(String path) {
    return Optional.of(part(path));
  }

  static byte[] json(SealedEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      EntryJson.write(json, entry);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private String text(String name) {
    return new String(part(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
