package org.sverka.roadmap;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What stands beside a signed document and says how to read and keep it. Another roadmap is another
 * descriptor, not another program.
 *
 * @param id the roadmap's name in addresses
 * @param title the title of the document as signed, on one line; it names the period
 * @param document name of the file with the signed text, in the descriptor's folder
 * @param timeZone the zone in which its people read times
 * @param parties in the order of their columns
 * @param corrections what a person has declared to be artefacts of the extraction
 * @param accounts name of a file in the descriptor's folder that says which accounts are whose;
 *     empty for none. It may be missing
 * @param sheet tab and headers of the columns that Sverka writes
 * @param fields the working columns, a Table Schema
 * @param rulesOff ids of rules that this roadmap does without
 * @param openData what open-data portals want to know besides; optional
 */
public record Descriptor(
    String id,
    String title,
    String document,
    ZoneId timeZone,
    List<SigningParty> parties,
    List<Correction> corrections,
    String accounts,
    SheetNames sheet,
    List<Field> fields,
    List<String> rulesOff,
    OpenData openData) {
  public Descriptor {
    parties = List.copyOf(parties);
    corrections = List.copyOf(corrections);
    fields = List.copyOf(fields);
    rulesOff = List.copyOf(rulesOff);
  }

  /** Hosts of all parties' own sites. */
  public List<String> sites() {
    return parties.stream().flatMap(party -> party.sites().stream()).toList();
  }

  /**
   * A party and how the document speaks of it.
   *
   * @param heading of its column, such as «от Санкт-Петербурга»
   * @param signature title and name in the signature block, on one line
   * @param sites hosts of its own sites, where evidence is expected; may be empty
   */
  public record SigningParty(
      String key, String name, String heading, String signature, List<String> sites) {
    public SigningParty {
      sites = List.copyOf(sites);
    }

    /** The party itself. */
    public Party party() {
      return new Party(key, name);
    }
  }

  /**
   * A declared artefact. In a text it is put right; the spelling of a body stays as it is, and only
   * the directory of bodies knows it under the right one.
   *
   * @param in {@code text} or {@code body}
   * @param read what the extraction has
   * @param as what was signed
   */
  public record Correction(String in, String read, String as, String because) {}

  /**
   * What Sverka calls its tab and its columns.
   *
   * @param tab title of the tab
   * @param headers by column key
   */
  public record SheetNames(String tab, Map<String, String> headers) {
    public SheetNames {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * A working column.
   *
   * @param type of Table Schema: {@code string}, {@code date} or {@code list}
   * @param format {@code default}, or {@code uri} for links
   * @param categories the values allowed, with their labels; empty for free text
   * @param required whether it is never left empty
   * @param maxLength in characters; 0 where the type needs none
   */
  public record Field(
      String name,
      String title,
      String type,
      String format,
      List<Category> categories,
      boolean required,
      int maxLength) {
    public Field {
      categories = List.copyOf(categories);
    }
  }

  /** A value of a field with its label. */
  public record Category(String value, String label) {}
}
