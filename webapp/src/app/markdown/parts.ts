import { MarkedToken, Token, Tokens } from 'marked';
import { hrefOf } from './address';
import { languageOf } from './languages';
import { tokensOf } from './lexer';
import { asWritten, Cell, Item, Part, Span, Tree } from './tree';

/** What a text in Markdown consists of. */
export function partsOf(text: string): Tree {
  return partsFrom(tokensOf(text));
}

function partsFrom(tokens: readonly Token[]): readonly Part[] {
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
      return [{ is: 'quote', parts: partsFrom(token.tokens) }];
    case 'list':
      return [{ is: 'list', ...(token.start === '' ? {} : { first: token.start }), items: token.items.map(itemOf) }];
    case 'code':
      return [{ is: 'source', language: languageOf(/^\S*/u.exec(token.lang ?? '')?.[0] ?? ''), text: token.text }];
    case 'table':
      return [{ is: 'table', head: token.header.map(cellOf), rows: token.rows.map((row) => row.map(cellOf)) }];
    case 'hr':
      return [{ is: 'rule' }];
    default:
      return [asWritten(token.raw)];
  }
}

function itemOf({ task, checked, tokens }: Tokens.ListItem): Item {
  return { ...(task ? { isDone: checked ?? false } : {}), parts: partsFrom(tokens) };
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
