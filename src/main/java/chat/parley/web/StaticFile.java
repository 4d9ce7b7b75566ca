package chat.parley.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One file of the client, held in memory, and how browsers are told to treat it. Immutable: nobody
 * writes to the arrays.
 *
 * @param type its Content-Type
 * @param caching its Cache-Control: a file with a hash in its name never changes, others are asked
 *     for anew each time
 * @param tag what its content is told by, without the quotes of an ETag
 * @param bytes the file
 * @param brotli the same compressed; null if there is no such sibling
 * @param gzip the same compressed; null if there is no such sibling
 */
record StaticFile(
    String type, String caching, String tag, byte[] bytes, byte[] brotli, byte[] gzip) {
  /**
   * What the build names by its content; the worker that hands the files out has the same pattern.
   */
  private static final Pattern HASHED =
      Pattern.compile("(media/[^/]+|main|styles|chunk)-[A-Za-z0-9_-]{8}\\.(js|css|woff2)");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=UTF-8"),
          Map.entry("js", "text/javascript; charset=UTF-8"),
          Map.entry("mjs", "text/javascript; charset=UTF-8"),
          Map.entry("css", "text/css; charset=UTF-8"),
          Map.entry("txt", "text/plain; charset=UTF-8"),
          Map.entry("json", "application/json; charset=UTF-8"),
          Map.entry("webmanifest", "application/manifest+json; charset=UTF-8"),
          Map.entry("svg", "image/svg+xml; charset=UTF-8"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wasm", "application/wasm"));

  static StaticFile of(String name, byte[] bytes, byte[] brotli, byte[] gzip) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return new StaticFile(
        TYPES.getOrDefault(extension, "application/octet-stream"),
        HASHED.matcher(name).matches() ? "public, max-age=31536000, immutable" : "no-cache",
        tag(bytes),
        bytes,
        brotli,
        gzip);
  }

  /** Whether it is sent in different ways to different clients. */
  boolean isVarying() {
    return brotli != null || gzip != null;
  }

  /** The smallest form that a client with this Accept-Encoding takes. */
  Form form(Optional<String> accepted) {
    if (brotli != null && accepts(accepted, "br")) {
      return new Form("br", brotli, "\"" + tag + "-br\"");
    }
    if (gzip != null && accepts(accepted, "gzip")) {
      return new Form("gzip", gzip, "\"" + tag + "-gz\"");
    }
    return new Form("", bytes, "\"" + tag + "\"");
  }

  /**
   * The file as it goes over the wire.
   *
   * @param encoding its Content-Encoding; empty for the file as it is
   * @param bytes what is sent
   * @param etag its ETag, with the quotes
   */
  record Form(String encoding, byte[] bytes, String etag) {}

  private static boolean accepts(Optional<String> header, String encoding) {
    for (String item : header.orElse("").split(",")) {
      String[] parts = item.strip().split("\\s*;\\s*", 2);
      if (parts[0].equalsIgnoreCase(encoding)) {
        return parts.length == 1 || !parts[1].matches("(?i)q=0(\\.0*)?");
      }
    }
    return false;
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new String(Base64.getUrlEncoder().encode(digest), StandardCharsets.US_ASCII)
          .substring(0, 22);
    } catch (NoSuchAlgorithmException e) { // every Java platform must have it
      throw new IllegalStateException(e);
    }
  }
}
