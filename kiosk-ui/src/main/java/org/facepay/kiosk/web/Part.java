package org.facepay.kiosk.web;

import io.netty.channel.DefaultFileRegion;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a browser asks for (RFC 9110, section 14): videos are played from any
 * place. A range that is not understood is as good as none.
 *
 * @param from of its first byte
 * @param length bytes of the part
 * @param size bytes of the file
 */
record Part(Path file, long from, long length, long size) {
  private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,15})-([0-9]{0,15})");

  /**
   * What is asked for.
   *
   * @throws IOException when the file is not there
   */
  static Part of(Path file, @Nullable String range) throws IOException {
    long size = Files.size(file);
    Matcher asked = RANGE.matcher(range == null ? "" : range);
    if (!asked.matches()) {
      return new Part(file, 0, size, size);
    }
    long from = Long.parseLong(asked.group(1));
    long until = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
    long last = Math.min(until, size - 1);
    return from > last
        ? new Part(file, 0, size, size)
        : new Part(file, from, last - from + 1, size);
  }

  HttpResponseStatus status() {
    return length == size ? HttpResponseStatus.OK : HttpResponseStatus.PARTIAL_CONTENT;
  }

  void describe(HttpHeaders headers) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1);
    headers.set(
        HttpHeaderNames.CONTENT_TYPE, Media.TYPES.getOrDefault(ending, "application/octet-stream"));
    headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
    headers.set(HttpHeaderNames.ACCEPT_RANGES, "bytes");
    if (length != size) {
      String range = "bytes " + from + "-" + (from + length - 1) + "/" + size;
      headers.set(HttpHeaderNames.CONTENT_RANGE, range);
    }
  }

  FileRegion region() {
    return new DefaultFileRegion(file.toFile(), from, length);
  }
}
