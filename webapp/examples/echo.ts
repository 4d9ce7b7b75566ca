// A guest in #lobby who says again what somebody says to it: npm run example [-- http://localhost:12345/]
import { NO_BROWSER, roomAt, Session, socketUrl, worldOf } from 'parley-client';

const session = new Session(worldOf(socketUrl(process.argv[2] ?? 'http://localhost:12345/')), NO_BROWSER);
/** Up to which entry of the lobby it has listened; nothing until it has come there. */
let heard: number | undefined;

session.state.watch((state) => {
  const { me } = state;
  const lobby = roomAt(state, '#lobby');
  if (!me || !lobby?.position) {
    return;
  }
  if (heard === undefined) {
    console.log(`I am ${me.name}. Say something to @${me.name} in #lobby.`);
  }
  const since = heard ?? lobby.position.seq;
  heard = lobby.position.seq;
  for (const { seq, sender, content } of lobby.entries) {
    if (seq > since && sender !== me.id && content.includes(`@${me.name}`)) {
      session.say(content.replaceAll(`@${me.name}`, '').trim());
    }
  }
});

session.link.watch((link) => {
  console.log(link.is);
});

session.start();
