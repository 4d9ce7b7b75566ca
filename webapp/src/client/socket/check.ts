import { Reason } from '../message/message';

/** It would let one in: what stands between does not, if no socket opens again and again. */
export const BLOCKED = 'blocked';
/** It wants one to sign in first: who had signed in is not any more. */
export const SIGN_IN = 'sign_in';

/**
 * Why no socket opens to the server from this page; `undefined` if that can't be found out. A browser tells a page
 * nothing of a refused handshake, so this asks over plain HTTP.
 */
export async function whyNot(base: string, origin: string): Promise<Reason | undefined> {
  try {
    const answer = await fetch(new URL(`check?origin=${encodeURIComponent(origin)}`, base));
    if (answer.redirected || answer.status === 401) {
      return { code: SIGN_IN, text: '' };
    }
    const body: unknown = answer.ok ? await answer.json() : undefined;
    return isRefusal(body)
      ? { code: body.code, text: body.text }
      : isLeave(body)
        ? { code: BLOCKED, text: '' }
        : undefined;
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

function isLeave(body: unknown): body is { ok: true } {
  return typeof body === 'object' && body !== null && 'ok' in body && body.ok === true;
}
