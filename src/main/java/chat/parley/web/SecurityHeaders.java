package chat.parley.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers to load and run nothing but this server's own files, and to tell nobody where
 * their user was. web.xml puts it before all other filters.
 */
@SuppressWarnings("serial") // no container stores filters
public class SecurityHeaders extends HttpFilter {
  /**
   * The first two trusted types are those that Angular makes by itself, the third is the worker's
   * URL.
   */
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "connect-src 'self'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "worker-src 'self'",
          "manifest-src 'self'",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'self'",
          "require-trusted-types-for 'script'",
          "trusted-types angular angular#bundler parley#worker");

  /** For the container. */
  public SecurityHeaders() {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (request.isSecure()) { // over plain http browsers ignore it, and say so as an error
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    chain.doFilter(request, response);
  }
}
