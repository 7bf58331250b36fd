package org.sverka.cli;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sverka.google.Authorization;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code authorize}: a person permits an OAuth client to edit the sheet in their name. */
final class AuthorizeCommand extends Command {
  private static final String AGAIN = "--again";
  private static final String NO_BROWSER = "--no-browser";
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  AuthorizeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("authorize.summary");
  }

  @Override
  void declare(CommandSpec spec) {
    super.declare(spec);
    spec.addOption(flag(AGAIN, "authorize.again"));
    spec.addOption(flag(NO_BROWSER, "authorize.no-browser"));
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settingsWithoutSheet();
    Authorization authorization = Authorization.of(settings.credentials(), settings.driveRoot());
    if (!arguments().matchedOptionValue(AGAIN, false)) {
      Optional<Authorization.Granted> standing = authorization.standing();
      if (standing.isPresent()) {
        tell("authorize.standing", standing.get());
        return Exit.FINE;
      }
    }
    Vertx vertx = Vertx.vertx();
    try {
      Optional<Authorization.Granted> granted = authorization.ask(vertx, DEADLINE, this::show);
      granted.ifPresentOrElse(
          given -> tell("authorize.done", given), () -> print(Words.text("authorize.denied")));
      return granted.isPresent() ? Exit.FINE : Exit.NO;
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  private void show(URI address) {
    print(Words.text("authorize.open", String.valueOf(DEADLINE.toMinutes())));
    print(address.toString());
    if (!arguments().matchedOptionValue(NO_BROWSER, false)) {
      Browser.of(surroundings().environment()).open(address);
    }
  }

  private void tell(String key, Authorization.Granted granted) {
    print(Words.text(key, granted.tokenFile().toString()));
    if (!granted.news()) {
      print(Words.text("authorize.no-news"));
    }
  }

  private static OptionSpec flag(String name, String text) {
    return OptionSpec.builder(name).type(boolean.class).description(Words.text(text)).build();
  }
}
