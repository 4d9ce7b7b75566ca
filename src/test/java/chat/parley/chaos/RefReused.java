package chat.parley.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stored ref that is sent again with another content is refused, and never taken for stored; but
 * the server may not tell another content from one that is deleted, as it holds that no more.
 */
final class RefReused implements Check {
  private static final Set<String> ANSWERS =
      Set.of("ref_reused", "busy", "slow_down", "storage_full", "failed", "not_resumed");

  private record Key(int connection, String ref) {}

  private record Place(String room, int seq) {}

  @Override
  public List<String> violations(Evidence evidence) {
    Map<Key, Request> reused = new HashMap<>();
    Set<Place> deletes = new HashSet<>();
    List<String> violations = new ArrayList<>();
    for (Event event : evidence.events()) {
      if (event.what() instanceof Happening.Asked asked) {
        Request request = asked.request();
        if (request.type().equals("delete")) {
          deletes.add(new Place(request.room(), request.target()));
        }
        if (!evidence.request(request.ref()).orElseThrow().equals(request)) {
          reused.put(new Key(event.connection(), request.ref()), request);
        }
      } else if (event.what() instanceof Happening.Stored stored) {
        Request request = reused.get(new Key(event.connection(), stored.ref()));
        if (request != null && !isGone(evidence, deletes, place(request, stored))) {
          violations.add(request + " was told to be stored as " + stored.seq() + ".");
        }
      } else if (event.what() instanceof Happening.Refused refused) {
        Request request = reused.get(new Key(event.connection(), refused.ref()));
        if (request != null
            && !ANSWERS.contains(refused.code())
            && !evidence
                .room(request.room())
                .isNoneFor(evidence.person(event.client()), refused.code())) {
          violations.add(request + " was refused as " + refused.code() + ", not ref_reused.");
        }
      }
    }
    return violations;
  }

  /** Whether somebody had asked for a delete of this message, and it came to one. */
  private static boolean isGone(Evidence evidence, Set<Place> deletes, Place place) {
    RoomLog room = evidence.room(place.room());
    return deletes.contains(place) && new Texts(evidence, room).gone(place.seq()).isPresent();
  }

  /** Where the text is, or was, that was first sent under this ref. */
  private static Place place(Request request, Happening.Stored stored) {
    return new Place(
        stored.room(), request.type().equals("edit") ? request.target() : stored.seq());
  }
}
