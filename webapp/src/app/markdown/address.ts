/** An address within what somebody wrote, and where it leads. */
export interface Address {
  readonly text: string;
  readonly href: string;
}

/** An address, but for what is not seen, or turns the direction of reading. */
const ADDRESS = /^(?:https?:\/\/|mailto:|www\.)[^\s<>"`\u0000-\u001f\u2028-\u202e\u2066-\u2069]+/iu;
/** What ends a sentence, not an address. */
const TRAILING: ReadonlySet<string> = new Set(".,;:!?'’”*_~");
const BRACKETS = ['()', '[]', '{}'];
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address that a text begins with, if it does. */
export function addressAt(text: string): Address | undefined {
  const found = ADDRESS.exec(text);
  const address = found ? withoutSentence(found[0]) : '';
  const href = hrefOf(/^www\../iu.test(address) ? `http://${address}` : address);
  return href === undefined ? undefined : { text: address, href };
}

/** Where a link leads, in the browser's own spelling; nothing, unless that is the web or an inbox. */
export function hrefOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && SCHEMES.has(url.protocol) && (url.protocol === 'mailto:' || url.hostname) ? url.href : undefined;
}

/** The address without the punctuation of the sentence around it; a bracket stays where it was opened inside. */
function withoutSentence(text: string): string {
  const surplus = new Map(BRACKETS.map(([open = '', close = '']) => [close, count(text, close) - count(text, open)]));
  let end = text.length;
  for (; end > 0; end--) {
    const last = text.charAt(end - 1);
    const left = surplus.get(last) ?? 0;
    if (left <= 0 && !TRAILING.has(last)) {
      break;
    }
    surplus.set(last, left - 1);
  }
  return text.slice(0, end);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
