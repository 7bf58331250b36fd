package org.sverka.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies whose word is taken for who asks. Of {@code X-Forwarded-For} the right-most address
 * that is not one of them counts: everything left of it may be made up.
 */
public final class TrustedProxies {
  /** Nobody's word is taken. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private static final Pattern LIST = Pattern.compile("\\s*,\\s*");
  private static final int MOST_HOPS = 32;

  private final List<IpSubnetFilterRule> subnets;

  private TrustedProxies(List<IpSubnetFilterRule> subnets) {
    this.subnets = List.copyOf(subnets);
  }

  /**
   * Reads a list of addresses and subnets, such as {@code 10.0.0.1, 2001:db8::/32}.
   *
   * @return empty if any of them is none
   */
  public static Optional<TrustedProxies> parse(String text) {
    List<IpSubnetFilterRule> subnets = new ArrayList<>();
    for (String each : text.isBlank() ? new String[0] : LIST.split(text.strip())) {
      Optional<IpSubnetFilterRule> subnet = subnet(each);
      if (subnet.isEmpty()) {
        return Optional.empty();
      }
      subnets.add(subnet.get());
    }
    return Optional.of(new TrustedProxies(subnets));
  }

  private static Optional<IpSubnetFilterRule> subnet(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().getAddress().length * 8;
    String length = slash < 0 ? Integer.toString(bits) : text.substring(slash + 1);
    // A prefix of length 0 would be everybody.
    if (!length.matches("[1-9]\\d{0,2}") || Integer.parseInt(length) > bits) {
      return Optional.empty();
    }
    return Optional.of(
        new IpSubnetFilterRule(address.get(), Integer.parseInt(length), IpFilterRuleType.ACCEPT));
  }

  /** The address that a text spells; no name is ever looked up. */
  static Optional<InetAddress> address(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean trusts(InetAddress peer) {
    return subnets.stream().anyMatch(subnet -> subnet.matches(new InetSocketAddress(peer, 1)));
  }

  /**
   * Who asks.
   *
   * @param peer who holds the other end of the connection
   * @param forwarded the values of {@code X-Forwarded-For}, as they came
   */
  InetAddress client(InetAddress peer, List<String> forwarded) {
    InetAddress client = peer;
    List<String> hops = List.of(LIST.split(String.join(",", forwarded).strip()));
    for (int i = hops.size() - 1;
        i >= Math.max(0, hops.size() - MOST_HOPS) && trusts(client);
        i--) {
      Optional<InetAddress> before = address(hops.get(i));
      if (before.isEmpty()) {
        return client;
      }
      client = before.get();
    }
    return client;
  }
}
