package org.sverka.local;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Formulas that are nothing but numbers, {@code + - * / ^} and brackets: {@code =4/2}. Anything
 * else has no result here.
 */
final class Arithmetic {
  private static final int DEEPEST = 60;
  private static final CellValue.Failure DIVIDED_BY_ZERO =
      new CellValue.Failure("DIVIDE_BY_ZERO", "Function DIVIDE parameter 2 cannot be zero.");

  private final String text;
  private int at = 1;
  private int depth;

  private Arithmetic(String text) {
    this.text = text;
  }

  static Optional<CellValue> compute(String formula) {
    for (int i = 1; i < formula.length(); i++) {
      if ("0123456789.+-*/^() ".indexOf(formula.charAt(i)) < 0) {
        return Optional.empty();
      }
    }
    Arithmetic parser = new Arithmetic(formula);
    try {
      double value = parser.sum();
      return parser.peek().isEmpty() && Double.isFinite(value)
          ? Optional.of(new CellValue.Numeric(value))
          : Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.of(DIVIDED_BY_ZERO);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private double sum() {
    double value = product();
    while (true) {
      if (take('+')) {
        value += product();
      } else if (take('-')) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = power();
    while (true) {
      if (take('*')) {
        value *= power();
      } else if (take('/')) {
        value = divided(value, power());
      } else {
        return value;
      }
    }
  }

  private static double divided(double value, double by) {
    if (by == 0) {
      throw new ArithmeticException("divided by zero");
    }
    return value / by;
  }

  /** A sign binds tighter than a power here: {@code -2^2} is 4 in a sheet. */
  private double power() {
    double value = signed();
    while (take('^')) {
      value = Math.pow(value, signed());
    }
    return value;
  }

  private double signed() {
    if (++depth > DEEPEST) {
      throw new NumberFormatException("too deep");
    }
    double value = take('-') ? -signed() : take('+') ? signed() : atom();
    depth--;
    return value;
  }

  private double atom() {
    if (take('(')) {
      double value = sum();
      if (!take(')')) {
        throw new NumberFormatException("no closing bracket");
      }
      return value;
    }
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return Double.parseDouble(text.substring(start, at));
  }

  private boolean take(char wanted) {
    OptionalInt next = peek();
    if (next.isPresent() && next.getAsInt() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private OptionalInt peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? OptionalInt.of(text.charAt(at)) : OptionalInt.empty();
  }
}
