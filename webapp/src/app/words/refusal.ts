import { Reason } from 'parley-client/message/message';
import { Words } from './words';

/** Why the server did not do something; in its own words, where the page has none, or not yet. */
export function refusalText({ code, text }: Reason, { rest }: Words): string {
  return textFor(code, rest().refusals) ?? text;
}

/** Why the server does not call somebody as they want. */
export function nameRefusalText({ code, text }: Reason, { rest, page }: Words): string {
  return code === UNREACHABLE ? page.unreachable : (textFor(code, rest().nameRefusals) ?? text);
}

/** The code of a request that no server answered. */
export const UNREACHABLE = 'unreachable';

function textFor(code: string, texts: Readonly<Record<string, string>> = {}): string | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}
