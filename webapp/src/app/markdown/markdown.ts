import { Directive, DOCUMENT, ElementRef, inject, input, OnChanges } from '@angular/core';
import { copy } from '../chat/copy';
import { Colouring } from './colouring';
import { drawn, Easel } from './draw';
import { treeOf } from './parse';
import { Words } from '../words/words';

/** Draws what somebody wrote in Markdown, within its element. */
@Directive({ selector: '[parleyMarkdown]', host: { class: 'markdown' } })
export class Markdown implements OnChanges {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly colouring = inject(Colouring);

  readonly parleyMarkdown = input.required<string>();
  /** What reads Markdown, once it is there: then it is drawn again. */
  readonly reader = input<unknown>();
  /** What stands beside it. */
  readonly words = input.required<Words>();

  /** At once, and not in an effect: whoever measures the page afterwards finds it drawn. */
  ngOnChanges(): void {
    this.element.replaceChildren(...drawn(treeOf(this.parleyMarkdown()), this.easel()));
  }

  private easel(): Easel {
    return {
      document: this.document,
      colour: (code, grammar) => {
        this.colouring.colour(code, grammar);
      },
      copy: (text) => copy(this.document, text),
      words: this.words().code,
    };
  }
}
