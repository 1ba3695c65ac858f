package org.facepay.terminal.lab.shop;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A technician at the console of a running terminal, in English if nothing else is said. */
final class ConsoleClient {
  private static final Pattern FORM = Pattern.compile("name=form value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI console;
  private final String cookie;
  private final String language;

  /** Gives the demo's PIN. */
  ConsoleClient(URI console) throws IOException, InterruptedException {
    this(console, "", DemoShop.PIN);
  }

  /** Comes in by name. */
  ConsoleClient(URI console, String who, String pin) throws IOException, InterruptedException {
    this.console = console;
    language = "en";
    cookie =
        http.send(
                HttpRequest.newBuilder(console)
                    .POST(BodyPublishers.ofString("who=" + who + "&pin=" + pin))
                    .build(),
                BodyHandlers.discarding())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .replaceAll(";.*", "");
  }

  private ConsoleClient(ConsoleClient other, String language) {
    console = other.console;
    cookie = other.cookie;
    this.language = language;
  }

  /** The same technician, who reads Chinese. */
  ConsoleClient inChinese() {
    return new ConsoleClient(this, "zh");
  }

  /** A page. */
  String page(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(console.resolve(inLanguage(path))));
  }

  /** Presses a button of a page; what is shown then. */
  String press(String path, String button) throws IOException, InterruptedException {
    return post(path, "do", button);
  }

  /** A form of a page, filled in: names and values in turn; what is shown then. */
  String post(String path, String... fields) throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder("form=" + form(path));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&').append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(console.resolve(inLanguage(path)))
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private String inLanguage(String path) {
    return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
  }

  /** A list of goods is uploaded; the page with its report. */
  String upload(String list) throws IOException, InterruptedException {
    String body =
        "--B\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n"
            + form("/goods")
            + "\r\n--B\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nread"
            + "\r\n--B\r\nContent-Disposition: form-data; name=\"list\"; filename=\"g\"\r\n\r\n"
            + list
            + "\r\n--B--\r\n";
    return send(
        HttpRequest.newBuilder(console.resolve("/goods?lang=" + language))
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(BodyPublishers.ofString(body)));
  }

  private String form(String path) throws IOException, InterruptedException {
    Matcher form = FORM.matcher(page(path));
    if (!form.find()) {
      throw new IOException("no form on " + path);
    }
    return form.group(1);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.header("Cookie", cookie).build(), BodyHandlers.ofString()).body();
  }
}
