package org.sverka.local;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A spreadsheet at one moment. Never changes: each committed request makes a new one that shares
 * what stayed the same, so readers need no lock, a refused request leaves no trace, and what has
 * changed is found by comparing identities.
 *
 * @param revision counts the committed changes
 * @param nextRowKey the next free {@link Row#key}
 */
record Workbook(
    String id,
    WorkbookProperties properties,
    List<Tab> tabs,
    List<Metadata> metadata,
    long revision,
    long nextRowKey,
    Instant createdAt,
    Instant modifiedAt) {

  Workbook {
    tabs = List.copyOf(tabs);
    metadata = List.copyOf(metadata);
  }

  Optional<Tab> tab(int sheetId) {
    return tabs.stream().filter(tab -> tab.id() == sheetId).findFirst();
  }

  /** Titles are told apart without regard to case. */
  Optional<Tab> tabTitled(String title) {
    return tabs.stream().filter(tab -> tab.title().equalsIgnoreCase(title)).findFirst();
  }

  /** Finds a tab or answers as Google does. */
  Tab grid(int sheetId) {
    return tab(sheetId).orElseThrow(() -> ApiException.invalid("No grid with id: " + sheetId));
  }

  /** Says 400 where there is no such tab. */
  void requireTab(int sheetId) {
    if (tab(sheetId).isEmpty()) {
      throw ApiException.invalid("No grid with id: " + sheetId);
    }
  }

  SheetLocale locale() {
    return SheetLocale.named(properties.locale());
  }

  /** The same content under another id and title, as a workbook that was made now. */
  Workbook copy(String newId, String title, Instant now) {
    WorkbookProperties same = properties.withTitle(title);
    return new Workbook(newId, same, tabs, metadata, 1, nextRowKey, now, now);
  }
}
