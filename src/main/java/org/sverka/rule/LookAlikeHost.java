package org.sverka.rule;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A link does not name a host that only looks like another: mixed alphabets, twins of known sites.
 */
public final class LookAlikeHost implements LinkRule {
  private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.DEFAULT);
  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  private final Set<String> sites;
  private final Set<String> skeletons;

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  /**
   * A rule that knows sites which others may want to pass for.
   *
   * @param sites host names
   */
  public LookAlikeHost(List<String> sites) {
    this.sites = Set.copyOf(sites);
    this.skeletons = sites.stream().map(LookAlikeHost::skeleton).collect(Collectors.toSet());
  }

  @Override
  public boolean concerns(String host) {
    StringBuilder unicode = new StringBuilder();
    UTS46.nameToUnicode(host.toLowerCase(Locale.ROOT), unicode, new IDNA.Info());
    String name = unicode.toString();
    boolean mixed = !MixedAlphabet.mixed(name).isEmpty();
    boolean twin = skeletons.contains(skeleton(name)) && !sites.contains(name);
    return mixed || twin;
  }

  private static String skeleton(String name) {
    return CHECKER.getSkeleton(name);
  }
}
