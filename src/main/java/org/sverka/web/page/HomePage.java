package org.sverka.web.page;

import java.util.List;

/** The first page: the roadmaps that are held here. */
public record HomePage(List<Card> cards) {
  /** One of them. */
  public record Card(
      String href,
      String title,
      String period,
      String parties,
      Moment changedAt,
      String zone,
      Progress progress) {}
}
