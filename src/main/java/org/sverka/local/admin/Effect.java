package org.sverka.local.admin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a request.
 *
 * @param applied whether it is carried out although its answer is replaced or lost
 * @param before how long it waits before it is carried out
 * @param after how long its answer waits
 * @param canned what is answered instead
 * @param delivery how far the answer gets
 * @param trim what is left out of the real answer
 * @param revisionsBack how old the workbook is that is read; 0 for the present one
 */
public record Effect(
    boolean applied,
    Duration before,
    Duration after,
    @Nullable CannedAnswer canned,
    Delivery delivery,
    @Nullable Trim trim,
    int revisionsBack) {

  /** Whether the request is carried out. */
  public boolean isCarriedOut() {
    return applied || (canned == null && !delivery.isNone());
  }

  /** Whether the page, whose requests are not carried out by an API, can have it. */
  public boolean suitsThePage() {
    boolean asItIs = delivery.kind() == Delivery.Kind.WHOLE && canned == null;
    return !applied && trim == null && revisionsBack == 0 && (asItIs || !isCarriedOut());
  }
}
