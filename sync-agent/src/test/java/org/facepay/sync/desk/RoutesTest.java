package org.facepay.sync.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private final Routes routes =
      Routes.under("default-src 'none'")
          .with("GET", "/", request -> Response.text(200, "home"))
          .with("GET", "/books", request -> Response.text(200, "books"))
          .with("GET", "/r/", request -> Response.text(200, "receipt " + request.path()))
          .with("POST", "/books", request -> Response.text(200, "posted"))
          .with(
              "GET",
              "/broken",
              request -> {
                throw new IOException("no disk");
              });

  private static Request request(String method, String target, String... headers) {
    Map<String, String> named = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    return Request.of(method, target, named, new byte[0]).orElseThrow();
  }

  private String said(String method, String target) {
    return new String(routes.answer(request(method, target)).body(), StandardCharsets.UTF_8);
  }

  @Test
  void theLongestPathAnswers() {
    assertEquals("home", said("GET", "/"));
    assertEquals("home", said("GET", "/anything"));
    assertEquals("books", said("GET", "/books?day=1"));
    assertEquals("home", said("GET", "/books/2"));
    assertEquals("receipt /r/a/b", said("GET", "/r/a/b"));
    assertEquals("posted", said("POST", "/books"));
  }

  @Test
  void whatIsNotThereIs404AndAnotherMethod405() {
    Response missing = Routes.under("").answer(request("GET", "/"));
    assertEquals(404, missing.status());
    Response wrong = routes.answer(request("DELETE", "/books"));
    assertEquals(405, wrong.status());
    assertEquals("GET, POST", wrong.headers().get("Allow"));
    assertEquals(405, routes.answer(request("get", "/books")).status());
  }

  @Test
  void whatFailsIsToBeTriedAgain() {
    assertEquals(503, routes.answer(request("GET", "/broken")).status());
  }

  @Test
  void everyAnswerCarriesThePolicy() {
    for (String path : new String[] {"/", "/broken"}) {
      Map<String, String> headers = routes.answer(request("GET", path)).headers();
      assertEquals("default-src 'none'", headers.get("Content-Security-Policy"));
      assertEquals("no-store", headers.get("Cache-Control"));
      assertEquals("nosniff", headers.get("X-Content-Type-Options"));
    }
    assertEquals("no-store", routes.malformed().headers().get("Cache-Control"));
  }

  @Test
  void aNameOfElsewhereIsNotAnswered() {
    Routes ours = routes.calledOnly("127.0.0.1", "localhost");
    assertEquals(200, ours.answer(request("GET", "/", "host", "127.0.0.1:8080")).status());
    assertEquals(200, ours.answer(request("GET", "/", "host", "localhost")).status());
    assertEquals(421, ours.answer(request("GET", "/", "host", "rebound.example:8080")).status());
    assertEquals(421, ours.answer(request("GET", "/")).status());
  }

  @Test
  void aTargetIsReadWholeOrNotAtAll() {
    Request all = request("GET", "/a%20b/?x=%E5%BA%97&y&=z&x=2");
    assertEquals("/a b/", all.path());
    assertEquals(Map.of("x", "2", "y", ""), all.parameters());
    for (String none : new String[] {"a b", "mailto:x", "/%zz", "http://["}) {
      assertEquals(Optional.empty(), Request.of("GET", none, Map.of(), new byte[0]), none);
    }
  }

  @Test
  void aFormIsReadAsFarAsItIsText() {
    String form = "do=show&name=%E7%8E%8B+A&bad=%zz&%zz=1&&=&=x&twice=1&twice=2";
    Request request = new Request("POST", "/", "", Map.of(), form.getBytes(StandardCharsets.UTF_8));
    assertEquals(Map.of("do", "show", "name", "王 A", "twice", "2"), request.form());
  }

  @Test
  void nothingSecretIsPrinted() {
    byte[] pin = "pin=204610".getBytes(StandardCharsets.UTF_8);
    Request request =
        Request.of("POST", "/r/token?t=secret", Map.of("cookie", "console=abc"), pin).orElseThrow();
    Response response = Response.text(200, "Anna").with("Set-Cookie", "console=abc");
    for (String secret : new String[] {"token", "secret", "abc", "204610", "Anna"}) {
      assertFalse((request + " " + response).contains(secret), secret);
    }
  }
}
