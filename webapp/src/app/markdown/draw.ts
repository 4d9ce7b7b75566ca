import { element } from './element';
import { Grammar } from './languages';
import { sourceBox } from './source-box';
import { Cell, Item, Part, Span, Tree } from './tree';
import { Words } from '../words/words';

/** What somebody draws with. */
export interface Easel {
  readonly document: Document;
  /** Has the code of a known language coloured once it is on the screen. */
  readonly colour: (code: HTMLElement, grammar: Grammar) => void;
  /** Puts a text where it can be pasted from; whether that went well. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly words: Words['code'];
}

const TAGS = { strong: 'strong', emphasis: 'em', deleted: 'del' } as const;

/**
 * The nodes of a tree. Whatever somebody wrote becomes text, or an address that `hrefOf` let pass, and nothing else: so
 * nothing of it can be script. Between parts stands a line break, which is not seen, but copied.
 */
export function drawn(tree: Tree, easel: Easel): readonly Node[] {
  return tree.flatMap((part, i) => [...(i ? [easel.document.createTextNode('\n')] : []), partNode(part, easel)]);
}

function partNode(part: Part, easel: Easel): Node {
  const { document } = easel;
  switch (part.is) {
    case 'paragraph':
      return element(document, 'p', spanNodes(document, part.spans));
    case 'heading': // no heading of the page, which has its own
      return element(document, 'p', spanNodes(document, part.spans), 'heading');
    case 'quote':
      return element(document, 'blockquote', drawn(part.parts, easel));
    case 'list':
      return list(part.first, part.items, easel);
    case 'source':
      return sourceBox(part.language, part.text, easel);
    case 'table':
      return table(document, part.head, part.rows);
    case 'rule':
      return element(document, 'hr');
  }
}

function list(first: number | undefined, items: readonly Item[], easel: Easel): HTMLElement {
  const { document } = easel;
  const nodes = items.map((item) => itemNode(item, easel));
  if (first === undefined) {
    return element(document, 'ul', nodes);
  }
  const numbered = element(document, 'ol', nodes);
  numbered.start = first;
  numbered.style.setProperty('--digits', String(String(first + items.length - 1).length));
  return numbered;
}

function itemNode({ isDone, parts }: Item, easel: Easel): HTMLElement {
  const { document, words } = easel;
  if (isDone === undefined) {
    return element(document, 'li', drawn(parts, easel));
  }
  const check = element(document, 'span', [], 'check');
  check.classList.toggle('done', isDone);
  check.setAttribute('role', 'img');
  check.setAttribute('aria-label', isDone ? words.done : words.toDo);
  return element(document, 'li', [check, ...drawn(parts, easel)], 'task');
}

/** A table in a box, within which a wide one is moved, also by the keyboard. */
function table(document: Document, head: readonly Cell[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const whole = element(document, 'table', [
    element(document, 'thead', [row(document, 'th', head)]),
    element(
      document,
      'tbody',
      rows.map((cells) => row(document, 'td', cells)),
    ),
  ]);
  const box = element(document, 'div', [whole], 'table-box');
  box.tabIndex = 0;
  return box;
}

function row(document: Document, tag: 'td' | 'th', cells: readonly Cell[]): HTMLElement {
  const nodes = cells.map(({ align, spans }) => element(document, tag, spanNodes(document, spans), align));
  return element(document, 'tr', nodes);
}

function spanNodes(document: Document, spans: readonly Span[]): readonly (Node | string)[] {
  return spans.map((span) => {
    switch (span.is) {
      case 'text':
        return span.text;
      case 'code':
        return element(document, 'code', [span.text]);
      case 'link':
        return link(document, span.href, span.spans);
      default:
        return element(document, TAGS[span.is], spanNodes(document, span.spans));
    }
  });
}

/** Whoever points at a link sees where it leads, whatever it is called. */
function link(document: Document, href: string, spans: readonly Span[]): HTMLElement {
  const a = element(document, 'a', spanNodes(document, spans));
  a.href = href;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  a.title = href;
  return a;
}
