/** A piece of what somebody said: plain text, or an address to follow. */
export type Segment =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'link'; readonly text: string; readonly href: string };

const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"`\u0000-\u001f\u2028-\u202e\u2066-\u2069]+/giu;
/** What ends a sentence, not an address. */
const TRAILING = /[.,;:!?'’”*_~]+$/u;
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** What was said, cut into text and links. Joined again, the pieces' texts are what was said. */
export function segmentsOf(content: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of content.matchAll(ADDRESS)) {
    const text = addressIn(match[0]);
    const href = hrefOf(text);
    if (href) {
      if (match.index > end) {
        segments.push({ is: 'text', text: content.slice(end, match.index) });
      }
      segments.push({ is: 'link', text, href });
      end = match.index + text.length;
    }
  }
  if (end < content.length) {
    segments.push({ is: 'text', text: content.slice(end) });
  }
  return segments;
}

/** The address without the punctuation of the sentence around it; a bracket stays where it was opened inside. */
function addressIn(text: string): string {
  const bare = text.replace(TRAILING, '');
  for (const [open, close] of ['()', '[]', '{}']) {
    if (open && close && bare.endsWith(close) && bare.split(open).length < bare.split(close).length) {
      return addressIn(bare.slice(0, -1));
    }
  }
  return bare;
}

function hrefOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && SCHEMES.has(url.protocol) && (url.protocol === 'mailto:' || url.hostname) ? url.href : undefined;
}
