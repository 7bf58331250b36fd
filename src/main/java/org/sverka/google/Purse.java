package org.sverka.google;

import org.sverka.sheet.SheetException;

/**
 * From what the requests of one API are paid.
 *
 * @param reads what a request counts as that changes nothing
 * @param writes what one counts as that changes something
 */
record Purse(Quota quota, Quota.Kind reads, Quota.Kind writes) {
  static Purse sheets(Quota quota) {
    return new Purse(quota, Quota.Kind.READ, Quota.Kind.WRITE);
  }

  static Purse drive(Quota quota) {
    return new Purse(quota, Quota.Kind.DRIVE, Quota.Kind.DRIVE);
  }

  /** Whether it can be empty. */
  boolean isLimited() {
    return quota.usage(reads).isPresent();
  }

  /** Waits until a read may be sent. */
  void payRead() {
    quota.take(reads);
  }

  /** Waits until a write may be sent. */
  void payWrite() {
    quota.take(writes);
  }

  void readFailed(Answer answer, SheetException failure) {
    if (isQuota(answer, failure)) {
      quota.refused(reads);
    }
  }

  void writeFailed(Answer answer, SheetException failure) {
    if (isQuota(answer, failure)) {
      quota.refused(writes);
    }
  }

  /** A 403 is either for ever or a matter of quota. */
  static boolean isQuota(Answer answer, SheetException failure) {
    return answer.status() == 429 || (answer.status() == 403 && failure.retryable());
  }
}
