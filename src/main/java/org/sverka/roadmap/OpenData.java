package org.sverka.roadmap;

import java.util.List;

/**
 * What an open-data portal wants to know of a roadmap that stands nowhere in it. What was not said
 * is empty.
 *
 * @param identifier of the data set: by custom the publisher's taxpayer number and a name, such as
 *     {@code 7830000000-roadmap}
 * @param owner the body that answers for the data
 * @param contact the person to ask, for the passport alone
 * @param licence address of the terms of use
 * @param keywords for search
 */
public record OpenData(
    String identifier, String owner, Contact contact, String licence, List<String> keywords) {
  /** Nothing was said. */
  public static final OpenData NONE = new OpenData("", "", new Contact("", "", ""), "", List.of());

  public OpenData {
    keywords = List.copyOf(keywords);
  }

  /** Whom to ask. */
  public record Contact(String name, String phone, String mail) {}
}
