package org.sverka.web.page;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.sverka.feed.FeedView;
import org.sverka.roadmap.Section;

/**
 * How far a roadmap is, as the picture that networks show beside a link to it: one thick bar for
 * all measures, a thin one for each section, in the colours of the page. Networks take no SVG.
 * There is no text in it, since servers have no fonts; what it shows stands in words beside it.
 */
final class ProgressPicture {
  static final int WIDTH = 1200;
  static final int HEIGHT = 630;

  private static final int MARGIN = 60;
  private static final int THICK = 150;
  private static final int SECTIONS_TOP = MARGIN + THICK + MARGIN;
  private static final int PAPER = 7;

  /** {@code --s0} to {@code --s6} of the style sheet, then paper. */
  private static final int[] COLOURS = {
    0x8a94a3, 0x3f7fc4, 0x2e8b57, 0x1f9aa3, 0xb57a14, 0x8a6bbf, 0xb7606f, 0xffffff
  };

  private final BufferedImage image;

  private ProgressPicture() {
    IndexColorModel colours =
        new IndexColorModel(4, COLOURS.length, COLOURS, 0, false, -1, DataBuffer.TYPE_BYTE);
    image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, colours);
    fill(0, 0, WIDTH, HEIGHT, PAPER);
  }

  /** A PNG of {@link #WIDTH} by {@link #HEIGHT}. */
  static byte[] of(FeedView view) {
    ProgressPicture picture = new ProgressPicture();
    picture.bar(Progress.of(view.measures(), view), MARGIN, THICK);
    List<Progress> sections = new ArrayList<>();
    for (Section section : view.roadmap().sections()) {
      sections.add(
          Progress.of(
              view.measures().stream()
                  .filter(measure -> measure.section().number().equals(section.number()))
                  .toList(),
              view));
    }
    int pitch = (HEIGHT - MARGIN - SECTIONS_TOP) / Math.max(1, sections.size());
    for (int i = 0; i < sections.size(); i++) {
      picture.bar(sections.get(i), SECTIONS_TOP + i * pitch, Math.max(1, pitch * 2 / 3));
    }
    return picture.png();
  }

  private void bar(Progress progress, int y, int height) {
    int before = 0;
    for (Progress.Share share : progress.present()) {
      int from = at(before, progress.total());
      before += share.count();
      fill(from, y, at(before, progress.total()) - from, height, share.colour());
    }
  }

  private static int at(int part, int whole) {
    return MARGIN + (WIDTH - 2 * MARGIN) * part / whole;
  }

  private void fill(int x, int y, int width, int height, int colour) {
    if (width > 0 && y + height <= HEIGHT) {
      int[] pixels = new int[width * height];
      Arrays.fill(pixels, colour);
      image.getRaster().setPixels(x, y, width, height, pixels);
    }
  }

  private byte[] png() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
