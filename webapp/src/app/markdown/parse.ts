import { MarkedToken, Token, Tokens } from 'marked';
import { hrefOf } from './address';
import type { tokensOf } from './lexer';
import { isPlain, READER } from './reader';
import { Recent } from './recent';
import { Cell, Item, Part, Span, Tree } from './tree';

/** A longer text is shown as it was written: reading it could take its reader seconds. */
const LONGEST = 20_000;
/** Texts that are kept as trees (characters): what a room shows, and some more. */
const KEPT = 500_000;

const trees = new Recent<Tree>(KEPT);

/** What somebody wrote, as a tree. A message is drawn often: it is read once. Until it can be read it stands as it was written. */
export function treeOf(text: string): Tree {
  const lex = READER.value();
  if (lex) {
    return trees.of(text, () => read(text, lex));
  }
  if (!isPlain(text)) {
    void READER.prepare();
  }
  return text === '' ? [] : [asWritten(text)];
}

function read(text: string, lex: typeof tokensOf): Tree {
  const parts = text.length > LONGEST ? [] : partsOf(lex(text));
  return parts.some(isSomething) || text === '' ? parts : [asWritten(text)];
}

/** Whether there is anything to see. Who writes `#` alone, or only what a link would refer to, means just that. */
function isSomething(part: Part): boolean {
  return !('spans' in part) || part.spans.length > 0;
}

function asWritten(text: string): Part {
  return { is: 'paragraph', spans: [{ is: 'text', text }] };
}

function partsOf(tokens: readonly Token[]): readonly Part[] {
  return (tokens as readonly MarkedToken[]).flatMap(partOf);
}

function partOf(token: MarkedToken): readonly Part[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'paragraph':
    case 'heading':
      return [{ is: token.type, spans: spansOf(token.tokens) }];
    case 'text':
      return [token.tokens ? { is: 'paragraph', spans: spansOf(token.tokens) } : asWritten(token.text)];
    case 'blockquote':
      return [{ is: 'quote', parts: partsOf(token.tokens) }];
    case 'list':
      return [{ is: 'list', ...(token.start === '' ? {} : { first: token.start }), items: token.items.map(itemOf) }];
    case 'code':
      return [{ is: 'source', language: /^\S*/u.exec(token.lang ?? '')?.[0] ?? '', text: token.text }];
    case 'table':
      return [{ is: 'table', head: token.header.map(cellOf), rows: token.rows.map((row) => row.map(cellOf)) }];
    case 'hr':
      return [{ is: 'rule' }];
    default:
      return [asWritten(token.raw)];
  }
}

function itemOf({ task, checked, tokens }: Tokens.ListItem): Item {
  return { ...(task ? { isDone: checked ?? false } : {}), parts: partsOf(tokens) };
}

function cellOf({ align, tokens }: Tokens.TableCell): Cell {
  return { ...(align === 'center' || align === 'right' ? { align } : {}), spans: spansOf(tokens) };
}

function spansOf(tokens: readonly Token[], isInLink = false): readonly Span[] {
  const spans: Span[] = [];
  for (const span of (tokens as readonly MarkedToken[]).flatMap((token) => spanOf(token, isInLink))) {
    const last = spans.at(-1);
    if (last?.is === 'text' && span.is === 'text') {
      spans[spans.length - 1] = { is: 'text', text: last.text + span.text };
    } else {
      spans.push(span);
    }
  }
  return spans;
}

function spanOf(token: MarkedToken, isInLink: boolean): readonly Span[] {
  switch (token.type) {
    case 'checkbox':
      return [];
    case 'escape':
      return [{ is: 'text', text: token.text }];
    case 'br':
      return [{ is: 'text', text: token.raw.replace(/^[^\n]*/u, '') }];
    case 'codespan':
      return [{ is: 'code', text: token.text }];
    case 'strong':
      return [{ is: 'strong', spans: spansOf(token.tokens, isInLink) }];
    case 'em':
      return [{ is: 'emphasis', spans: spansOf(token.tokens, isInLink) }];
    case 'del':
      return [{ is: 'deleted', spans: spansOf(token.tokens, isInLink) }];
    case 'link':
    case 'image':
      return linkOf(token, isInLink);
    default: // also of text, whose character references stay as they were written
      return [{ is: 'text', text: token.raw }];
  }
}

/** A picture is a link to it, so that no other host is asked for it; what leads nowhere stays as it was written. */
function linkOf({ href, tokens, raw }: Tokens.Link | Tokens.Image, isInLink: boolean): readonly Span[] {
  const spans = spansOf(tokens, true);
  if (isInLink) {
    return spans;
  }
  const to = hrefOf(href);
  if (to === undefined) {
    return [{ is: 'text', text: raw }];
  }
  return [{ is: 'link', href: to, spans: spans.length ? spans : [{ is: 'text', text: to }] }];
}
