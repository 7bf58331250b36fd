package org.sverka.local;

/** Writes a workbook in the form of another program. */
interface Exporter {

  /**
   * The whole file.
   *
   * @param tab the tab to write, for forms that hold one only
   */
  byte[] export(Workbook book, Tab tab);
}
