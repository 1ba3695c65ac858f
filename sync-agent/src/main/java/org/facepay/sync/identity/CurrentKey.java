package org.facepay.sync.identity;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Proves itself with the credentials of the moment: they are renewed while connections are made.
 */
final class CurrentKey extends X509ExtendedKeyManager {
  private final Supplier<Credentials> current;
  private volatile Credentials last;

  CurrentKey(Supplier<Credentials> current) {
    this.current = current;
    this.last = current.get();
  }

  /** A handshake names one and asks for its parts afterwards. */
  private String choose() {
    last = current.get();
    return alias(last);
  }

  private static String alias(Credentials credentials) {
    return credentials.certificate().getSerialNumber().toString(16);
  }

  private @Nullable Credentials named(String alias) {
    Credentials newest = last;
    return alias(newest).equals(alias) ? newest : null;
  }

  @Override
  public String chooseEngineClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return choose();
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return type.equals("EC") ? choose() : null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    Credentials own = named(alias);
    return own == null ? null : new X509Certificate[] {own.certificate(), own.authority()};
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    Credentials own = named(alias);
    return own == null ? null : own.key();
  }

  @Override
  public String chooseClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return choose();
  }

  @Override
  public @Nullable String chooseServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return chooseEngineServerAlias(type, issuers, null);
  }

  @Override
  public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
    return new String[] {alias(last)};
  }

  @Override
  public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
    return new String[] {alias(last)};
  }
}
