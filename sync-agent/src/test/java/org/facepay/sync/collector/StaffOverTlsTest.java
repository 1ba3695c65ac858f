package org.facepay.sync.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attendant's page is reached over TLS, and in no other way. */
class StaffOverTlsTest {
  private static final char[] NOBODYS = "nobodys".toCharArray();

  @TempDir private Path folder;

  private SSLContext tls() throws Exception {
    Path file = folder.resolve("staff.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-alias",
                    "staff",
                    "-dname",
                    "CN=127.0.0.1",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(NOBODYS),
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, NOBODYS);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NOBODYS);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return tls;
  }

  @Test
  void aPhoneIsPairedAndTakenBack() throws Exception {
    SSLContext tls = tls();
    try (Collector collector =
            Collector.start(folder.resolve("collector.db"), 0, InstantSource.system());
        HttpClient phone = HttpClient.newBuilder().sslContext(tls).build();
        HttpClient plain = HttpClient.newHttpClient()) {
      collector.openForStaff(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), tls, "127.0.0.1");
      URI home = URI.create("https://127.0.0.1:" + collector.staffPort());
      HttpResponse<String> page = get(phone, home.resolve("/staff/"), "");
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("staff.js"));
      assertTrue(
          page.headers().firstValue("Content-Security-Policy").get().contains("script-src 'self'"));
      HttpResponse<String> paired = get(phone, collector.pairing("李娜"), "");
      assertEquals(303, paired.statusCode());
      String cookie = paired.headers().firstValue("Set-Cookie").get().split(";", 2)[0];
      assertTrue(get(phone, home.resolve("/staff/board"), cookie).body().contains("李娜"));
      collector.revoke("李娜");
      assertEquals(401, get(phone, home.resolve("/staff/board"), cookie).statusCode());
      HttpResponse<String> asked =
          plain.send(
              HttpRequest.newBuilder(collector.uri().resolve("attendance/pair"))
                  .POST(HttpRequest.BodyPublishers.ofString("{\"attendant\":\"李娜\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertTrue(asked.body().contains(home + "/staff/pair?code="), asked.body());
      URI unsafe = URI.create("http://127.0.0.1:" + collector.staffPort() + "/staff/");
      assertThrows(IOException.class, () -> get(plain, unsafe, ""));
      assertEquals(404, get(plain, collector.uri().resolve("/staff/"), "").statusCode());
    }
  }

  private static HttpResponse<String> get(HttpClient http, URI uri, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
