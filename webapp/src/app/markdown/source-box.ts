import type { Easel } from './draw';
import { element } from './element';
import { Language } from './languages';

/** How long (ms) a button says that it did what it was pressed for. */
const SAID = 2_000;

/** Code, with the name of its language and a button that copies it. A wide one is moved within, also by the keyboard. */
export function sourceBox({ grammar, name }: Language, text: string, easel: Easel): HTMLElement {
  const { document } = easel;
  const code = element(document, 'code', [text]);
  const lines = element(document, 'pre', [code]);
  lines.tabIndex = 0;
  if (grammar !== undefined) {
    easel.colour(code, grammar);
  }
  const bar = element(document, 'div', [element(document, 'span', [name], 'language'), copyButton(text, easel)], 'bar');
  return element(document, 'div', [bar, lines], 'source-box');
}

function copyButton(text: string, { document, copy, words }: Easel): HTMLElement {
  const button = element(document, 'button', [words.copy]);
  button.type = 'button';
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => {
    void copy(text).then((isCopied) => {
      button.textContent = isCopied ? words.copied : words.notCopied;
      setTimeout(() => {
        button.textContent = words.copy;
      }, SAID);
    });
  });
  return button;
}
