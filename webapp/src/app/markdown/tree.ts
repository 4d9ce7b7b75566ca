import { Language } from './languages';

/** What somebody wrote, as it was meant: how it is drawn, quoted and read out is made from this. */
export type Tree = readonly Part[];

/** Something that stands for itself, below what came before. */
export type Part =
  | { readonly is: 'paragraph' | 'heading'; readonly spans: readonly Span[] }
  | { readonly is: 'quote'; readonly parts: Tree }
  /** Numbered, where it has a first number. */
  | { readonly is: 'list'; readonly first?: number; readonly items: readonly Item[] }
  /** Something to be read as it was written, in a language. */
  | { readonly is: 'source'; readonly language: Language; readonly text: string }
  | { readonly is: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly is: 'rule' };

export interface Item {
  /** Of a task: whether it is done. */
  readonly isDone?: boolean;
  readonly parts: Tree;
}

export interface Cell {
  readonly align?: 'center' | 'right';
  readonly spans: readonly Span[];
}

/** Something within a line. A text may have line breaks, which are kept. */
export type Span =
  | { readonly is: 'text' | 'code'; readonly text: string }
  | { readonly is: 'strong' | 'emphasis' | 'deleted'; readonly spans: readonly Span[] }
  | { readonly is: 'link'; readonly href: string; readonly spans: readonly Span[] };

/** A text as it was written, with nothing in it that means more. */
export function asWritten(text: string): Part {
  return { is: 'paragraph', spans: [{ is: 'text', text }] };
}
