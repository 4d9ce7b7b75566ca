import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Markdown } from '../markdown/markdown';
import { Icon } from '../page/icon';
import { Amending } from './amending';
import { TimePipe } from './day';
import { Line } from './line';
import { Toolbar, Wish } from './toolbar';

/** One message. */
@Component({
  selector: 'parley-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Amending, Icon, Markdown, TimePipe, Toolbar],
  templateUrl: './line-view.html',
  host: {
    class: 'line',
    '[class.to-me]': 'line().isToMe',
    '[class.changing]': 'line().isChanging',
    '[attr.data-key]': 'line().key',
    '[attr.data-seq]': 'line().seq',
    '[attr.data-stage]': 'line().stage?.is',
  },
})
export class LineView {
  readonly line = input.required<Line>();
  /** Most code points a message; 0 for no limit. */
  readonly limit = input(0);
  /** Whether its words are being changed. */
  readonly isEditing = input(false);
  /** Whether what one can do to it is offered. */
  readonly isActive = input(false);
  /** The words are to be changed, or not any more. */
  readonly editing = output<boolean>();
  /** It is to have these words. */
  readonly reword = output<string>();
  /** What was refused is to be sent again, … */
  readonly retry = output();
  /** … or not any more. */
  readonly discard = output();
  readonly wish = output<Wish>();

  protected readonly canReact = computed(() => this.line().verbs?.includes('react') ?? false);
  /** Why it, or an edit of it, was refused. */
  protected readonly refusal = computed(() => {
    const { stage, refused } = this.line();
    return stage?.is === 'refused' ? stage.text : refused?.text;
  });
  /** The words to begin with when they are changed: those that were refused are not lost. */
  protected readonly words = computed(() => {
    const { content, refused } = this.line();
    return refused?.content ?? content;
  });
}
