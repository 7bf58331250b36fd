package org.sverka.local;

import org.sverka.local.ApiRequest.Answer;

/** Which call a request to {@code /v4/spreadsheets} means. */
final class SheetsRoutes implements ApiHandler.Call {
  private final SpreadsheetsApi spreadsheets;
  private final ValuesApi values;
  private final ValuesByFilterApi filtered;

  private SheetsRoutes(LocalSheets sheets) {
    this.spreadsheets = new SpreadsheetsApi(sheets);
    this.values = new ValuesApi(sheets);
    this.filtered = new ValuesByFilterApi(sheets);
  }

  static ApiHandler.Call of(LocalSheets sheets) {
    return new SheetsRoutes(sheets);
  }

  @Override
  public Answer carryOut(ApiRequest request) {
    ApiPath path = request.path();
    String call = request.method() + " " + shape(path);
    return switch (call) {
      case "POST /" -> spreadsheets.create(request);
      case "GET /id" -> spreadsheets.get(request);
      case "POST /id:getByDataFilter" -> spreadsheets.getByDataFilter(request);
      case "POST /id:batchUpdate" -> spreadsheets.batchUpdate(request);
      case "POST /id/developerMetadata:search" -> spreadsheets.searchMetadata(request);
      case "GET /id/developerMetadata/x" -> spreadsheets.getMetadata(request);
      case "GET /id/values/x" -> values.get(request);
      case "PUT /id/values/x" -> values.update(request);
      case "POST /id/values/x:append" -> values.append(request);
      case "POST /id/values/x:clear" -> values.clear(request);
      case "GET /id/values:batchGet" -> values.batchGet(request);
      case "POST /id/values:batchUpdate" -> values.batchUpdate(request);
      case "POST /id/values:batchClear" -> values.batchClear(request);
      case "POST /id/values:batchGetByDataFilter" -> filtered.batchGet(request);
      case "POST /id/values:batchUpdateByDataFilter" -> filtered.batchUpdate(request);
      case "POST /id/values:batchClearByDataFilter" -> filtered.batchClear(request);
      case "POST /id/sheets/x:copyTo" -> spreadsheets.copyTo(request);
      default -> throw ApiException.notFound();
    };
  }

  /** The path with its variable parts under fixed names. */
  static String shape(ApiPath path) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      shape.append('/').append(i == 0 ? "id" : i == 2 ? "x" : path.get(i));
    }
    shape.append(shape.isEmpty() ? "/" : "");
    return path.verb().isEmpty() ? shape.toString() : shape + ":" + path.verb();
  }
}
