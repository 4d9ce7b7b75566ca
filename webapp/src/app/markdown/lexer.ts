import { Lexer, Token, Tokenizer, Tokens, TokensList } from 'marked';
import { addressAt } from './address';

/** So deep may one thing stand within another. What is deeper is text: to lay it out costs a browser its stack. */
const DEEPEST = 16;

/** So often the end of an emphasis is looked for, each time through the text; then its signs are text. */
const MOST_TRIES = 500;

/** The tokens of a text in Markdown, as a chat means it: single line breaks count, and HTML is text as any other. */
export function tokensOf(text: string): readonly Token[] {
  return new BoundedLexer({ gfm: true, breaks: true, tokenizer: new ChatTokenizer() }).lex(text);
}

class ChatTokenizer extends Tokenizer {
  private tries = 0;

  override html(): undefined {
    return undefined;
  }

  override tag(): undefined {
    return undefined;
  }

  override url(src: string): Tokens.Link | undefined {
    const address = addressAt(src);
    if (address) {
      const { text, href } = address;
      return { type: 'link', raw: text, text, href, tokens: [{ type: 'text', raw: text, text }] };
    }
    const link = super.url(src);
    return link?.href.startsWith('mailto:') ? link : undefined;
  }

  override emStrong(src: string, masked: string, before?: string): Tokens.Em | Tokens.Strong | undefined {
    return this.tries++ < MOST_TRIES ? super.emStrong(src, masked, before) : undefined;
  }

  override del(src: string, masked: string, before?: string): Tokens.Del | undefined {
    return this.tries++ < MOST_TRIES ? super.del(src, masked, before) : undefined;
  }
}

class BoundedLexer extends Lexer {
  private depth = 0;

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped?: boolean): Token[] {
    return this.within(src, tokens, () => super.blockTokens(src, tokens, lastParagraphClipped));
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    return this.within(src, tokens, () => super.inlineTokens(src, tokens));
  }

  private within(src: string, tokens: Token[], read: () => Token[]): Token[] {
    if (this.depth === DEEPEST) {
      tokens.push({ type: 'text', raw: src, text: src });
      return tokens;
    }
    this.depth++;
    const found = read();
    this.depth--;
    return found;
  }
}
