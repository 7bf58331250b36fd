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
          Map.entry("addNamedRange", new AddNamedRange()),
          Map.entry("updateNamedRange", new UpdateNamedRange()),
          Map.entry("deleteNamedRange", new DeleteNamedRange()),
          Map.entry("addDimensionGroup", new AddDimensionGroup()),
          Map.entry("updateDimensionGroup", new UpdateDimensionGroup()),
          Map.entry("deleteDimensionGroup", new DeleteDimensionGroup()),
          Map.entry("setBasicFilter", new SetBasicFilter()),
          Map.entry("clearBasicFilter", new ClearBasicFilter()),
          Map.entry("addFilterView", new AddFilterView()),
          Map.entry("updateFilterView", new UpdateFilterView()),
          Map.entry("deleteFilterView", new DeleteFilterView()),
          Map.entry("addBanding", new AddBanding()),
          Map.entry("updateBanding", new UpdateBanding()),
          Map.entry("deleteBanding", new DeleteBanding()),
          Map.entry("copyPaste", new CopyPaste()),
          Map.entry("cutPaste", new CutPaste()),
          Map.entry("insertRange", new InsertRange()),
          Map.entry("deleteRange", new DeleteRange()),
          Map.entry("duplicateSheet", new DuplicateSheet()),
          Map.entry("findReplace", new FindReplace()),
          Map.entry("trimWhitespace", new TrimWhitespace()),
          Map.entry("deleteDuplicates", new DeleteDuplicates()),
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
