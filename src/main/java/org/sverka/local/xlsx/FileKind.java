package org.sverka.local.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/** Tells a plain {@code .xlsx} from everything that people take for one. */
final class FileKind {
  private FileKind() {}

  /** Refuses what does not begin as a {@code .xlsx} does. */
  static void requireZip(byte[] bytes) {
    switch (FileMagic.valueOf(bytes)) {
      case OOXML -> {}
      case OLE2 -> throw Words.refusal(isEncrypted(bytes) ? "password" : "xls");
      default -> throw Words.refusal("not-xlsx");
    }
  }

  /** An encrypted {@code .xlsx} is a stream in a file of the old kind. */
  private static boolean isEncrypted(byte[] bytes) {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      return files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Refuses macros, and packages that are documents of another kind. */
  static void requirePlainWorkbook(OPCPackage file) {
    boolean macros =
        Stream.of(
                XSSFRelation.VBA_MACROS,
                XSSFRelation.MACROS_WORKBOOK,
                XSSFRelation.MACRO_TEMPLATE_WORKBOOK,
                XSSFRelation.MACRO_ADDIN_WORKBOOK)
            .anyMatch(kind -> !file.getPartsByContentType(kind.getContentType()).isEmpty());
    if (macros) {
      throw Words.refusal("macros");
    }
    if (!file.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT).isEmpty()) {
      throw Words.refusal("strict");
    }
    if (file.getPartsByContentType(XSSFRelation.WORKBOOK.getContentType()).size() != 1) {
      throw Words.refusal("not-xlsx");
    }
  }
}
