package org.sverka.sheet;

/**
 * What somebody says is a push: a message that something has changed, without saying what. Anybody
 * may have sent it.
 *
 * @param channelId the channel it claims to come through
 * @param resourceId what the channel claims to watch
 * @param token the secret that the channel was given; empty if it has none
 * @param state {@value #SYNC} when the channel was opened, else what happened
 */
public record Push(String channelId, String resourceId, String token, String state) {
  /** Where on the public port pushes go. */
  public static final String PATH = "/hooks/drive";

  /** The first message through a channel, which tells of no change. */
  public static final String SYNC = "sync";

  /** Whether it says only that the channel is open. */
  public boolean isSync() {
    return state.equals(SYNC);
  }

  /** Never its secret. */
  @Override
  public String toString() {
    return "Push[" + channelId + ", " + state + "]";
  }
}
