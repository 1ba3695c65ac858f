package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A technician at the console of a running terminal, in English. */
final class ConsoleClient {
  private static final Pattern FORM = Pattern.compile("name=form value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI console;
  private final String cookie;

  /** Gives the demo's PIN. */
  ConsoleClient(URI console) throws IOException, InterruptedException {
    this.console = console;
    cookie =
        http.send(
                HttpRequest.newBuilder(console)
                    .POST(BodyPublishers.ofString("pin=" + DemoShop.PIN))
                    .build(),
                BodyHandlers.discarding())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .replaceAll(";.*", "");
  }

  /** A page. */
  String page(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(console.resolve(path + "?lang=en")));
  }

  /** Presses a button of a page; what is shown then. */
  String press(String path, String button) throws IOException, InterruptedException {
    Matcher form = FORM.matcher(page(path));
    if (!form.find()) {
      throw new IOException("no form on " + path);
    }
    return send(
        HttpRequest.newBuilder(console.resolve(path + "?lang=en"))
            .POST(BodyPublishers.ofString("do=" + button + "&form=" + form.group(1))));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.header("Cookie", cookie).build(), BodyHandlers.ofString()).body();
  }
}
