import { Directive, DOCUMENT, ElementRef, inject, input, OnChanges } from '@angular/core';
import { copy } from '../chat/copy';
import { Colouring } from './colouring';
import { drawn, Easel } from './draw';
import { treeOf } from './parse';

/** Draws what somebody wrote in Markdown, within its element. */
@Directive({ selector: '[parleyMarkdown]', host: { class: 'markdown' } })
export class Markdown implements OnChanges {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly easel = easel(inject(DOCUMENT), inject(Colouring));

  readonly parleyMarkdown = input.required<string>();

  /** At once, and not in an effect: whoever measures the page afterwards finds it drawn. */
  ngOnChanges(): void {
    this.element.replaceChildren(...drawn(treeOf(this.parleyMarkdown()), this.easel));
  }
}

function easel(document: Document, colouring: Colouring): Easel {
  return {
    document,
    colour: (code, grammar) => {
      colouring.colour(code, grammar);
    },
    copy: (text) => copy(document, text),
  };
}
