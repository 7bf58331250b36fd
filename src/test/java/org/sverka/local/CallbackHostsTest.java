package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackHostsTest {
  private final CallbackHosts hosts = new CallbackHosts(Set.of("hooks.example.org"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1/x",
        "http://127.0.0.1:8080",
        "http://[::1]:8080/x",
        "https://LOCALHOST/x",
        "https://hooks.example.org/x?y=z",
        "https://Hooks.Example.org:8443"
      })
  void thisMachine_andNamedHosts_mayBeCalled(String address) {
    assertThat(hosts.check(address)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/x",
        "https://sub.hooks.example.org/x",
        "https://hooks.example.org.evil.example/x",
        "https://evil.example/hooks.example.org",
        "http://127.0.0.1.evil.example/",
        "https://[::ffff:10.0.0.1]/",
        "https://0.0.0.0/",
        "//localhost/x",
        ""
      })
  void othersMayNot(String address) {
    assertThatThrownBy(() -> hosts.check(address)).isInstanceOf(ApiException.class);
  }

  @Test
  void settings_takeNamesWithoutRegardToCase() {
    DriveUser user = new DriveUser("a", "a@b.c");
    assertThat(new DriveSettings(user, user, Set.of("Hooks.Example.ORG")).callbackHosts())
        .containsExactly("hooks.example.org");
  }
}
