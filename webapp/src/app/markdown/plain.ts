import { treeOf } from './parse';
import { Item, Part, Span, Tree } from './tree';

/** What somebody wrote, in words alone: what is quoted, and read out. */
export function plainOf(content: string): string {
  return inWords(treeOf(content));
}

function inWords(tree: Tree): string {
  return tree.map(partInWords).join('\n').trim();
}

function partInWords(part: Part): string {
  switch (part.is) {
    case 'paragraph':
    case 'heading':
      return spansInWords(part.spans);
    case 'quote':
      return `“${inWords(part.parts)}”`;
    case 'list':
      return part.items.map((item, i) => itemInWords(item, part.first, i)).join('\n');
    case 'source':
      return part.text;
    case 'table':
      return [part.head, ...part.rows].map((row) => row.map(({ spans }) => spansInWords(spans)).join(', ')).join('\n');
    case 'rule':
      return '';
  }
}

function itemInWords({ isDone, parts }: Item, first: number | undefined, at: number): string {
  const mark = isDone === undefined ? '•' : isDone ? '☑' : '☐';
  return `${first === undefined ? mark : `${first + at}.`} ${inWords(parts)}`;
}

function spansInWords(spans: readonly Span[]): string {
  return spans.map((span) => ('spans' in span ? spansInWords(span.spans) : span.text)).join('');
}
