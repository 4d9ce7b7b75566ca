import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Listed, RoomList } from 'parley-client/message/message';
import { Place } from 'parley-client/state/place';
import { Store } from '../chat/store';
import { WORLD } from '../chat/world';
import { Choice } from '../match/choice';
import { FindField } from '../match/find-field';
import { ALL_WORDS } from '../words/later';
import { whyNotDone } from './answers';

/** It is asked for what was typed once nobody has typed for so long (ms). */
const SETTLED = 150;

/** Where one looks through the public rooms; Enter opens the one that is marked, and joins it if one is not in it. */
@Component({
  selector: 'parley-browsing',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FindField],
  template: `
    <dialog #dialog [attr.aria-label]="words().browsing.label" (close)="closed.emit()">
      <parley-find-field
        [label]="words().browsing.look"
        listId="browsed"
        [count]="rooms().length"
        [choice]="choice"
        (typed)="type($event)"
        (closed)="dialog.close()"
      />
      <div #list id="browsed" role="listbox" [attr.aria-label]="words().browsing.label" [hidden]="!rooms().length">
        @for (listed of rooms(); track listed.room.id; let i = $index) {
          <button
            type="button"
            tabindex="-1"
            role="option"
            [id]="'browsed-' + i"
            [attr.aria-selected]="i === choice.at()"
            (mousemove)="choice.at.set(i)"
            (click)="open(listed)"
          >
            <span class="hash" aria-hidden="true">#</span>
            <span class="about">
              <bdi class="name">{{ listed.room.name?.slice(1) }}</bdi>
              @if (listed.room.title ?? listed.room.topic) {
                <span class="aside" dir="auto">{{ listed.room.title ?? listed.room.topic }}</span>
              }
            </span>
            <span class="aside">{{ howMany(listed) }}</span>
            <span class="verb">{{ isIn(listed) ? words().browsing.enter : words().rooms.join }}</span>
          </button>
        }
      </div>
      @if (isMore()) {
        <button type="button" class="wide" (click)="more()">{{ words().browsing.more }}</button>
      }
      <p class="none" role="status" [class.visually-hidden]="rooms().length">{{ told() }}</p>
    </dialog>
  `,
})
export class Browsing {
  private readonly store = inject(Store);
  private readonly clock = inject(WORLD).clock;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  readonly visit = output<Place>();
  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
  private readonly query = signal('');
  private typed = '';
  /** What the rooms that are shown are the answer to. */
  private answered = '';
  /** Whether the first of what was typed is to be opened as soon as it is known. */
  private isHurried = false;
  private readonly refusal = signal<string | undefined>(undefined);
  private readonly isAsking = signal(true);
  protected readonly rooms = signal<readonly Listed[]>([]);
  protected readonly isMore = signal(false);
  /** Which one Enter opens. */
  protected readonly choice = new Choice(this.rooms, this.query, (listed, event) => {
    event.preventDefault();
    if (queryOf(this.typed) === this.answered) {
      this.open(listed);
    } else {
      this.isHurried = true;
    }
  });
  protected readonly told = computed(() => {
    const { browsing, timeline } = this.words();
    const count = this.rooms().length;
    if (count) {
      return browsing.found(count);
    }
    return this.refusal() ?? (this.isAsking() ? timeline.loading : browsing.none);
  });

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
    effect(() => {
      const query = this.query();
      if (this.store.ready()) {
        untracked(() => void this.ask(query, []));
      }
    });
    afterRenderEffect(() => {
      this.list().nativeElement.children[this.choice.at()]?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected howMany({ members }: Listed): string {
    const { browsing } = this.words();
    return members === undefined ? browsing.everyone : browsing.members(members);
  }

  protected isIn({ room }: Listed): boolean {
    return this.store.state().rooms.has(room.id);
  }

  protected type(text: string): void {
    this.typed = text;
    this.isHurried = false;
    this.clock.after(SETTLED, () => {
      if (this.typed === text) {
        this.query.set(queryOf(text));
      }
    });
  }

  protected more(): void {
    void this.ask(this.query(), this.rooms());
  }

  protected open({ room }: Listed): void {
    this.dialog().nativeElement.close();
    this.visit.emit((room.name ?? room.id) as Place);
  }

  /** What was typed since has another answer. */
  private async ask(query: string, before: readonly Listed[]): Promise<void> {
    const after = before.at(-1)?.room.name;
    this.isAsking.set(true);
    const answer = await this.store.session.ask({
      type: 'rooms',
      ...(query ? { query } : {}),
      ...(after ? { after } : {}),
    });
    if (query === this.query()) {
      this.isAsking.set(false);
      this.refusal.set(whyNotDone(answer, this.words()));
      this.show(before, answer.is === 'answered' && answer.by.type === 'rooms' ? answer.by : undefined);
    }
  }

  private show(before: readonly Listed[], told: RoomList | undefined): void {
    this.rooms.set([...before, ...(told?.rooms ?? [])]);
    this.isMore.set(!!told?.more);
    this.choice.at.set(before.length && this.choice.at());
    this.answered = this.query();
    const [first] = this.rooms();
    if (this.isHurried && first && queryOf(this.typed) === this.answered) {
      this.open(first);
    }
    this.isHurried = false;
  }
}

/** What is asked for by what was typed. */
function queryOf(typed: string): string {
  return typed.trim().replace(/^#/, '');
}
