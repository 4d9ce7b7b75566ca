import { Reason } from '../message/message';

/**
 * Why the server lets no socket in from this page; `undefined` if it would, or can't be asked. A browser
 * tells a page nothing of a refused handshake, so this asks over plain HTTP.
 */
export async function whyNot(base: string, origin: string): Promise<Reason | undefined> {
  try {
    const answer = await fetch(new URL(`check?origin=${encodeURIComponent(origin)}`, base));
    const body: unknown = answer.ok ? await answer.json() : undefined;
    return isRefusal(body) ? { code: body.code, text: body.text } : undefined;
  } catch (e) {
    if (e instanceof TypeError || e instanceof SyntaxError) {
      return undefined; // no network, or not our server: the banner says so already
    }
    throw e;
  }
}

function isRefusal(body: unknown): body is Reason & { ok: false } {
  return typeof body === 'object' && body !== null && 'ok' in body && body.ok === false && 'code' in body;
}
