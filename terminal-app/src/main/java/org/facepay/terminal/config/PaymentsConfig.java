package org.facepay.terminal.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Ways to pay beside the wallets' codes, and how the wallets are reached, already checked.
 *
 * @param holds whether Alipay's pre-authorisation can be used
 * @param payscore service of WeChat's pay score
 * @param notices where WeChat tells of payments by a shown code, which it asks for
 * @param certificate of the merchant, for WeChat's servers that ask who we are
 */
public record PaymentsConfig(
    Optional<Card> card,
    Optional<Agreement> agreement,
    Network alipay,
    Network wechat,
    boolean holds,
    Optional<String> payscore,
    String notices,
    Optional<Path> certificate) {

  static final PaymentsConfig NONE =
      new PaymentsConfig(
          Optional.empty(),
          Optional.empty(),
          Network.PLAIN,
          Network.PLAIN,
          false,
          Optional.empty(),
          "",
          Optional.empty());

  /**
   * What lies between the terminal and a wallet.
   *
   * @param pins SHA-256 of public keys, base64
   */
  public record Network(Optional<InetSocketAddress> proxy, Set<String> pins) {
    static final Network PLAIN = new Network(Optional.empty(), Set.of());
  }

  /**
   * A card terminal.
   *
   * @param address tcp:HOST:PORT, or an address of HTTP or HTTPS
   * @param key of the messages; empty: they travel in the clear
   * @param dialogue longest time from the request to the card's removal
   * @param notices port for what the terminal displays, over HTTP; 0: none
   * @param offline what the terminal may approve while it cannot reach its host
   */
  public record Card(
      URI address,
      String saleId,
      String poiId,
      Optional<Key> key,
      Duration dialogue,
      TerminalConfig.Waits waits,
      int notices,
      Network network,
      Optional<Offline> offline) {}

  /**
   * What a card terminal and its till share.
   *
   * @param passphrase file, readable by the terminal's user alone
   */
  public record Key(String id, int version, Path passphrase) {}

  /**
   * Members' signed agreements.
   *
   * @param product product code of the merchant's contract
   * @param offline what may be sold while the wallet cannot be reached
   */
  public record Agreement(String product, Optional<Offline> offline) {}

  /** Caps of offline sales; amounts in minor units. */
  public record Offline(long perSale, long total, int count, Duration age) {}
}
