package org.sverka.rule;

/** A rule whose findings can come by the calendar alone, without anybody having edited anything. */
public interface CalendarRule extends RowRule {}
