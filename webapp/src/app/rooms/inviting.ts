import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Person } from 'parley-client/message/message';
import { Room } from 'parley-client/state/state';
import { Store } from '../chat/store';
import { Choice } from '../match/choice';
import { FindField } from '../match/find-field';
import { best, rankBy } from '../match/best';
import { Icon } from '../page/icon';
import { ALL_WORDS } from '../words/later';
import { whyNotDone } from './answers';
import { roomVerbsFor } from './room-verbs';

/** So many rooms are shown. */
const SHOWN = 30;

/** Where one chooses the room that somebody is to be invited to. */
@Component({
  selector: 'parley-inviting',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FindField, Icon],
  template: `
    <dialog #dialog [attr.aria-label]="words().inviting.label(person().name)" (close)="closed.emit()">
      <parley-find-field
        [label]="words().inviting.toWhich(person().name)"
        listId="invitable"
        [count]="rooms().length"
        [choice]="choice"
        (typed)="typed.set($event)"
        (closed)="dialog.close()"
      />
      <div #list id="invitable" role="listbox" [attr.aria-label]="words().common.rooms" [hidden]="!rooms().length">
        @for (room of rooms(); track room.id; let i = $index) {
          <button
            type="button"
            tabindex="-1"
            role="option"
            [id]="'invitable-' + i"
            [attr.aria-selected]="i === choice.at()"
            (mousemove)="choice.at.set(i)"
            (click)="invite(room)"
          >
            @if (room.kind === 'private') {
              <parley-icon name="lock" />
            } @else {
              <span class="hash" aria-hidden="true">#</span>
            }
            <bdi class="name">{{ labelOf(room) }}</bdi>
          </button>
        }
      </div>
      <p class="none" role="status" [class.visually-hidden]="!told() && rooms().length">{{ answer() }}</p>
    </dialog>
  `,
})
export class Inviting {
  private readonly store = inject(Store);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  readonly person = input.required<Person>();
  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
  protected readonly typed = signal('');
  /** What came of the invitation before, until another room is looked for. */
  protected readonly told = linkedSignal({ source: this.typed, computation: () => '' });
  protected readonly rooms = computed(() => {
    const { rooms, me } = this.store.state();
    const open = [...rooms.values()].filter((room) => roomVerbsFor(room, me?.id).includes('invite'));
    const sorted = open.sort((a, b) => this.words().compare(labelOf(a), labelOf(b)));
    const typed = this.typed().trim().replace(/^#/, '');
    const rank = rankBy(typed);
    return typed ? best(sorted, (room) => rank(labelOf(room)), SHOWN) : sorted.slice(0, SHOWN);
  });
  protected readonly choice = new Choice(this.rooms, this.typed, (room, event) => {
    event.preventDefault();
    void this.invite(room);
  });
  protected readonly answer = computed(() => this.told() || (this.rooms().length ? '' : this.words().inviting.none));
  protected readonly labelOf = labelOf;

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
    afterRenderEffect(() => {
      this.list().nativeElement.children[this.choice.at()]?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected async invite(room: Room): Promise<void> {
    const { id, name } = this.person();
    const why = whyNotDone(
      await this.store.session.ask({ type: 'invite', recipient: room.id, person: id }),
      this.words(),
    );
    this.told.set(why ?? this.words().inviting.done(name, labelOf(room)));
  }
}

function labelOf({ name, title }: Room): string {
  return name?.slice(1) ?? title ?? '';
}
