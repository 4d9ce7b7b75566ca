import { Directive, DOCUMENT, effect, ElementRef, inject, input, OnChanges, untracked } from '@angular/core';
import { copy } from '../chat/copy';
import { Colouring } from './colouring';
import { drawn, Easel } from './draw';
import { treeOf } from './parse';
import { READER } from './reader';
import { Words } from '../words/words';

/** Draws what somebody wrote in Markdown, within its element. */
@Directive({ selector: '[parleyMarkdown]', host: { class: 'markdown' } })
export class Markdown implements OnChanges {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly colouring = inject(Colouring);

  readonly parleyMarkdown = input.required<string>();
  /** What stands beside it. */
  readonly words = input.required<Words>();

  private isRead = false;

  constructor() {
    effect(() => {
      if (READER.value() && !this.isRead) {
        untracked(() => {
          this.draw();
        });
      }
    });
  }

  /** At once, and not in an effect: whoever measures the page afterwards finds it drawn. */
  ngOnChanges(): void {
    this.draw();
  }

  private draw(): void {
    this.isRead = untracked(READER.value) !== undefined;
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
