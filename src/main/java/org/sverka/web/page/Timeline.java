package org.sverka.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;

/**
 * What was carried out when, by the day that its report gives, over the years of the roadmap, as a
 * picture of {@link #WIDTH} by {@link #HEIGHT} and as figures.
 *
 * @param done outline of how many were carried out by each day, up to {@code until}
 * @param due how many should be by their terms, as a line
 * @param now where the day of the last change is
 * @param until that day, such as «23.11.2026»
 * @param undated how many are carried out that have no date
 * @param years oldest first
 */
public record Timeline(
    String done, String due, String now, String until, int undated, List<Year> years) {
  /** Of the picture; it is stretched to what place there is. */
  public static final int WIDTH = 1000;

  /** All measures. */
  public static final int HEIGHT = 100;

  /**
   * A year.
   *
   * @param href the measures whose term it is in
   * @param x where it begins in the picture
   * @param active how many these are
   * @param completed how many were carried out in it
   * @param soFar how many were by its end; 0 before anything was
   */
  public record Year(String year, String href, String x, int active, int completed, int soFar) {}

  static Timeline of(FeedView view, Words words) {
    int first = view.roadmap().period().from();
    int last = view.roadmap().period().to();
    List<MeasureView> measures = view.measures();
    List<LocalDate> days = new ArrayList<>();
    List<MeasureView> finished =
        measures.stream().filter(measure -> measure.status().equals(Progress.DONE)).toList();
    for (MeasureView measure : finished) {
      day(measure.completedOn()).ifPresent(days::add);
    }
    days.sort(null);
    Scale scale = new Scale(first, last, measures.size());
    LocalDate until = view.changedAt().atZone(view.zone()).toLocalDate();
    return new Timeline(
        area(days, until, scale),
        due(measures, first, last, scale),
        scale.x(until),
        words.date(until.toString()),
        finished.size() - days.size(),
        IntStream.rangeClosed(first, last)
            .mapToObj(year -> year(year, days, view, scale))
            .toList());
  }

  private static Optional<LocalDate> day(String iso) {
    try {
      return iso.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(iso));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String area(List<LocalDate> days, LocalDate until, Scale scale) {
    StringBuilder path = new StringBuilder("M0 ").append(HEIGHT);
    for (int i = 0; i < days.size(); i++) {
      path.append('H').append(scale.x(days.get(i))).append('V').append(scale.y(i + 1));
    }
    return path.append('H')
        .append(scale.x(until))
        .append('V')
        .append(HEIGHT)
        .append('Z')
        .toString();
  }

  private static String due(List<MeasureView> measures, int first, int last, Scale scale) {
    StringBuilder path = new StringBuilder("M0 ").append(HEIGHT);
    for (int year = first; year <= last; year++) {
      int end = year;
      long count = measures.stream().filter(m -> m.measure().term().to() <= end).count();
      path.append('H').append(scale.x(LocalDate.of(year + 1, 1, 1)));
      path.append('V').append(scale.y(count));
    }
    return path.toString();
  }

  private static Year year(int year, List<LocalDate> days, FeedView view, Scale scale) {
    return new Year(
        Integer.toString(year),
        "/" + view.roadmap().id() + "?year=" + year + "#measures",
        scale.x(LocalDate.of(year, 1, 1)),
        (int)
            view.measures().stream()
                .map(measure -> measure.measure().term())
                .filter(term -> term.from() <= year && year <= term.to())
                .count(),
        (int) days.stream().filter(day -> day.getYear() == year).count(),
        (int) days.stream().filter(day -> day.getYear() <= year).count());
  }

  /** Puts days and counts into the picture; what is outside stands at its edge. */
  private record Scale(int first, int last, int total) {
    String x(LocalDate day) {
      double years = day.getYear() - first + (day.getDayOfYear() - 1) / (double) day.lengthOfYear();
      double share = years / (last - first + 1);
      return number(WIDTH * Math.min(1, Math.max(0, share)));
    }

    String y(long count) {
      return number(HEIGHT - (total == 0 ? 0 : HEIGHT * (double) count / total));
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }
}
