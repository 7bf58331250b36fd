package org.sverka.local;

import java.util.Map;
import java.util.Optional;

/**
 * Every kind of request that the embedded sheet carries out. A kind of Google's that is not here is
 * declined.
 */
final class RequestKinds {
  private static final Map<String, RequestHandler> HANDLERS =
      Map.ofEntries(
          Map.entry("updateSpreadsheetProperties", new UpdateSpreadsheetProperties()),
          Map.entry("addSheet", new AddSheet()),
          Map.entry("deleteSheet", new DeleteSheet()),
          Map.entry("updateSheetProperties", new UpdateSheetProperties()),
          Map.entry("updateCells", new UpdateCells()),
          Map.entry("repeatCell", new RepeatCell()),
          Map.entry("appendCells", new AppendCells()),
          Map.entry("setDataValidation", new SetDataValidation()),
          Map.entry("insertDimension", new InsertDimension()),
          Map.entry("deleteDimension", new DeleteDimension()),
          Map.entry("moveDimension", new MoveDimension()),
          Map.entry("appendDimension", new AppendDimension()),
          Map.entry("updateDimensionProperties", new UpdateDimensionProperties()),
          Map.entry("sortRange", new SortRange()),
          Map.entry("mergeCells", new MergeCells()),
          Map.entry("unmergeCells", new UnmergeCells()),
          Map.entry("addProtectedRange", new AddProtectedRange()),
          Map.entry("updateProtectedRange", new UpdateProtectedRange()),
          Map.entry("deleteProtectedRange", new DeleteProtectedRange()),
          Map.entry("addConditionalFormatRule", new AddConditionalFormatRule()),
          Map.entry("updateConditionalFormatRule", new UpdateConditionalFormatRule()),
          Map.entry("deleteConditionalFormatRule", new DeleteConditionalFormatRule()),
          Map.entry("createDeveloperMetadata", new CreateDeveloperMetadata()),
          Map.entry("updateDeveloperMetadata", new UpdateDeveloperMetadata()),
          Map.entry("deleteDeveloperMetadata", new DeleteDeveloperMetadata()));

  private RequestKinds() {}

  static Optional<RequestHandler> find(String kind) {
    return Optional.ofNullable(HANDLERS.get(kind));
  }
}
