package chat.parley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Config;
import chat.parley.config.Configs;
import chat.parley.web.FakeRequest;
import chat.parley.web.FakeResponse;
import chat.parley.web.Forwarded;
import chat.parley.web.Origins;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckServletTest {
  private int connections;

  private String answer(FakeRequest request) throws IOException {
    Config config = Configs.with(Map.of("parley.limit.connections", "3"));
    Admission admission = new Admission(new Origins(config), config, address -> connections);
    FakeResponse response = new FakeResponse();
    CheckServlet servlet = new CheckServlet(admission, new Forwarded(config));
    return servlet.get(request.request(), response.response()).toString();
  }

  @Test
  void aPageThatWouldBeLetInIsTold() throws IOException {
    FakeRequest request =
        FakeRequest.of("GET", "/check").parameter("origin", "http://chat.example.org");
    assertEquals("Answer[ok=true, code=null, text=null]", answer(request));
  }

  @Test
  void aForeignPageIsToldWhatToSet() throws IOException {
    String answer =
        answer(FakeRequest.of("GET", "/check").parameter("origin", "http://evil.example"));
    assertTrue(
        answer.startsWith("Answer[ok=false, code=origin, text=A page at http://evil.example"),
        answer);
  }

  @Test
  void anAddressWithTooManyConnectionsIsTold() throws IOException {
    connections = 3;
    String answer = answer(FakeRequest.of("GET", "/check"));
    assertTrue(
        answer.startsWith("Answer[ok=false, code=connections, text=There are already 3"), answer);
  }
}
