package org.sverka.local;

import java.util.Map;

/** The forms in which a workbook can be had: a new one is one line in {@link #BY_TYPE}. */
final class Exporters {
  private static final String CSV = "text/csv";
  private static final String TSV = "text/tab-separated-values";

  /** The exporter for each media type. */
  static final Map<String, Exporter> BY_TYPE =
      Map.of(CSV, new CsvExporter(), TSV, new TsvExporter(), Xlsx.MEDIA_TYPE, new XlsxExporter());

  /** The media type of each {@code format} that Google knows on the export page. */
  static final Map<String, String> FORMATS =
      Map.of(
          "csv",
          CSV,
          "tsv",
          TSV,
          "xlsx",
          Xlsx.MEDIA_TYPE,
          "ods",
          "application/vnd.oasis.opendocument.spreadsheet",
          "pdf",
          "application/pdf",
          "zip",
          "application/zip");

  private Exporters() {}

  /** Whether Google would export to this type. */
  static boolean knownToGoogle(String type) {
    return FORMATS.containsValue(type)
        || type.equals("application/x-vnd.oasis.opendocument.spreadsheet");
  }
}
