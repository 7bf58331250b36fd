package org.sverka.google;

/** Answers as Google gives them. */
final class Bodies {
  /** A tab of two rows and two columns, in the shape that the mask asks for. */
  static final String TAB =
      """
      {"spreadsheetId":"roadmap","sheets":[{"properties":{"sheetId":7,"title":"Дорожная карта",
       "gridProperties":{"rowCount":4,"columnCount":2}},
       "data":[{"rowData":[
         {"values":[{"userEnteredValue":{"stringValue":"№ п/п"},"formattedValue":"№ п/п"},
                    {"userEnteredValue":{"stringValue":"Статус"},"formattedValue":"Статус"}]},
         {"values":[{"userEnteredValue":{"stringValue":"1.1"},"formattedValue":"1.1"}]}],
        "rowMetadata":[
         {"pixelSize":21,"developerMetadata":[{"metadataKey":"sverka.measure","metadataValue":"header"}]},
         {"pixelSize":21,"developerMetadata":[{"metadataKey":"other","metadataValue":"x"},
           {"metadataKey":"sverka.measure","metadataValue":"1.1"}]},
         {"pixelSize":21},{"pixelSize":21}],
        "columnMetadata":[
         {"pixelSize":60,"developerMetadata":[{"metadataKey":"sverka.column","metadataValue":"number"}]},
         {"pixelSize":100}]}]}]}""";

  static final String TABS =
      """
      {"spreadsheetId":"roadmap","sheets":[
        {"properties":{"sheetId":0,"title":"Лист1","sheetType":"GRID"}},
        {"properties":{"sheetId":7,"title":"Дорожная карта","sheetType":"GRID"}}]}""";

  static final String TABS_WITHOUT_OURS =
      """
      {"spreadsheetId":"roadmap","sheets":[
        {"properties":{"sheetId":0,"title":"Лист1","sheetType":"GRID"}}]}""";

  static final String WRITTEN =
      """
      {"spreadsheetId":"roadmap","updatedSpreadsheet":{"sheets":[{"properties":{"sheetId":7},
       "data":[{"rowData":[
         {"values":[{"userEnteredValue":{"stringValue":"№ п/п"},"formattedValue":"№ п/п"}]},
         {},
         {"values":[{"userEnteredValue":{"numberValue":1.1},"formattedValue":"1,1"}]}]},
         {"rowData":[
         {"values":[{"userEnteredValue":{"stringValue":"№ п/п"},"formattedValue":"№ п/п"},{},
           {"userEnteredValue":{"stringValue":"Статус"},"formattedValue":"Статус"}]}]}]}]}}""";

  private Bodies() {}

  static String error(int code, String status, String message) {
    return """
        {"error":{"code":%d,"message":"%s","status":"%s"}}"""
        .formatted(code, message, status);
  }

  static String error(int code, String status, String message, String reason) {
    return """
        {"error":{"code":%d,"message":"%s","status":"%s","details":[
          {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"%s"}]}}"""
        .formatted(code, message, status, reason);
  }
}
