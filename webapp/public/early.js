// Begins what the page waits for while its own scripts are still on their way, which over a slow line takes longer: asks
// who is here, and if that is somebody, opens the socket and keeps what it hears. Where nobody was here before, so that no
// rooms are remembered, all rooms are asked for at once. The page takes it (`app/me/early.ts`); what it has not found here
// when it looked, it does itself.
(() => {
  const at = (name) => new URL(name, document.baseURI);
  const isFirst = isFirstVisit();
  const early = { frames: [], answer: fetch(at('me')) };
  globalThis.parleyEarly = early;

  function isFirstVisit() {
    try {
      return localStorage.getItem(['parley', at('.').pathname, '', 'me'].join(' ')) === null;
    } catch {
      return false; // nothing can be read here: the page knows what to do
    }
  }

  async function knock(answer) {
    const { person } = await answer.json();
    if (person && !early.isOver) {
      const url = at('ws');
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      early.socket = new WebSocket(url, 'parley.v1');
      early.socket.onmessage = ({ data }) => early.frames.push(data);
      if (isFirst) {
        early.socket.onopen = () => early.socket.send((early.asked = '{"type":"resume","positions":[]}'));
      }
    }
  }

  early.answer
    .then((answer) => answer.ok && !answer.redirected && knock(answer.clone()))
    .catch(() => undefined); // nobody answers, or not as expected: the page finds out for itself, and says so

  // The first number that a page writes has the browser load its tables, for which a phone takes 80 ms: here they are free.
  (0).toLocaleString();
})();
