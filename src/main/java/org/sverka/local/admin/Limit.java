package org.sverka.local.admin;

/** A quota of Google's, with its names in the answers of an API that has used it up. */
public enum Limit {
  READ_PER_USER("Read requests", true, "read_requests", "ReadRequestsPerMinutePerUser"),
  READ_PER_PROJECT("Read requests", false, "read_requests", "ReadRequestsPerMinutePerProject"),
  WRITE_PER_USER("Write requests", true, "write_requests", "WriteRequestsPerMinutePerUser"),
  WRITE_PER_PROJECT("Write requests", false, "write_requests", "WriteRequestsPerMinutePerProject"),
  DRIVE_PER_USER("Queries", true, "default", "defaultPerMinutePerUser"),
  DRIVE_PER_PROJECT("Queries", false, "default", "defaultPerMinutePerProject");

  private final String metric;
  private final boolean perUser;
  private final String metricId;
  private final String limitId;

  Limit(String metric, boolean perUser, String metricId, String limitId) {
    this.metric = metric;
    this.perUser = perUser;
    this.metricId = metricId;
    this.limitId = limitId;
  }

  /** Such as {@code Read requests}. */
  public String metric() {
    return metric;
  }

  /** Such as {@code Read requests per minute per user}. */
  public String title() {
    return metric + (perUser ? " per minute per user" : " per minute");
  }

  /** Such as {@code read_requests}. */
  public String metricId() {
    return metricId;
  }

  /** Such as {@code ReadRequestsPerMinutePerUser}. */
  public String limitId() {
    return limitId;
  }

  /** Whether each user has it for themselves. */
  public boolean isPerUser() {
    return perUser;
  }
}
