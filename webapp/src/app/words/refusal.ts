import { Reason } from 'parley-client/message/message';
import { Words } from './words';

/** Why the server did not do something; in its own words, where the page has none. */
export function refusalText({ code, text }: Reason, { refusals }: Words): string {
  return textFor(code, refusals) ?? text;
}

/** Why the server does not call somebody as they want. */
export function nameRefusalText({ code, text }: Reason, { nameRefusals, page }: Words): string {
  return code === UNREACHABLE ? page.unreachable : (textFor(code, nameRefusals) ?? text);
}

/** The code of a request that no server answered. */
export const UNREACHABLE = 'unreachable';

function textFor(code: string, texts: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}
