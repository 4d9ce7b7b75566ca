import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { ServerMessage } from 'parley-client/message/message';
import { freshRef } from 'parley-client/message/ref';
import { Answer, Question } from 'parley-client/session/asking';
import { nameTyped, Place } from 'parley-client/state/place';
import { Store } from '../chat/store';
import { Icon } from '../page/icon';
import { ALL_WORDS } from '../words/later';
import { whyNotDone } from './answers';
import { PeoplePicker } from './people-picker';

type Kind = 'public' | 'private' | 'conversation';

/** Where a room is made, or a conversation begun. */
@Component({
  selector: 'parley-making',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, PeoplePicker],
  templateUrl: './making.html',
})
export class Making {
  private readonly store = inject(Store);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly name = viewChild<ElementRef<HTMLInputElement>>('name');
  private readonly title = viewChild<ElementRef<HTMLInputElement>>('title');
  private readonly topic = viewChild<ElementRef<HTMLInputElement>>('topic');
  private readonly picker = viewChild.required(PeoplePicker);

  /** It is there: somebody wants to go to it. */
  readonly visit = output<Place>();
  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
  protected readonly kinds = [
    { kind: 'public', icon: 'hash' },
    { kind: 'private', icon: 'lock' },
    { kind: 'conversation', icon: 'people' },
  ] as const;
  protected readonly kind = signal<Kind>('public');
  protected readonly hint = computed(() => this.words().hints[this.kind()]);
  protected readonly chosen = signal<readonly Place[]>([]);
  protected readonly refusal = signal<string | undefined>(undefined);
  protected readonly isBusy = signal(false);
  protected readonly people = computed(() => {
    const { people, me } = this.store.state();
    const { compare } = this.words();
    return [...people.values()].filter(({ id }) => id !== me?.id).sort((a, b) => compare(a.name, b.name));
  });

  /** What was asked for last: the same is asked for by the same ref, so that nothing is made twice. */
  private asked = { what: '', ref: '' };

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
      this.name()?.nativeElement.focus();
    });
  }

  protected choose(kind: Kind): void {
    this.kind.set(kind);
    this.refusal.set(undefined);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const people = this.picker().settle();
    if (this.isBusy()) {
      return;
    }
    switch (this.kind()) {
      case 'public':
        void this.makePublic(people);
        break;
      case 'private':
        void this.makePrivate(people);
        break;
      case 'conversation':
        void this.begin(people);
        break;
    }
  }

  private async makePublic(people: readonly Place[]): Promise<void> {
    const name = nameTyped(this.name()?.nativeElement.value ?? '');
    if (!name) {
      this.refusal.set(this.words().making.noName);
      return;
    }
    const answer = await this.ask({ type: 'create', kind: 'public', name: `#${name}`, ...this.withTopic() });
    if (answer) {
      this.done(`#${name}`, answer.recipient, people);
    }
  }

  private async makePrivate(people: readonly Place[]): Promise<void> {
    const title = this.title()?.nativeElement.value.trim();
    if (!title) {
      this.refusal.set(this.words().making.noTitle);
      return;
    }
    const answer = await this.ask({ type: 'create', kind: 'private', title, ...this.withTopic() });
    if (answer) {
      this.done(answer.recipient as Place, answer.recipient, people);
    }
  }

  /** One person's conversation is where their name leads; that of several is made. */
  private async begin(people: readonly Place[]): Promise<void> {
    const [first, ...others] = people;
    if (!first) {
      this.refusal.set(this.words().making.nobody);
    } else if (!others.length) {
      this.leave(first);
    } else {
      const isTheirs = (message: ServerMessage) =>
        message.type === 'reset' && message.room.kind === 'group' && message.room.people?.length === people.length + 1;
      const answer = await this.ask({ type: 'create', kind: 'group', people }, isTheirs);
      if (answer) {
        this.leave(answer.recipient as Place);
      }
    }
  }

  private withTopic(): { topic?: string } {
    const topic = this.topic()?.nativeElement.value.trim();
    return topic ? { topic } : {};
  }

  private async ask(
    question: Question,
    isAnswer?: (message: ServerMessage) => boolean,
  ): Promise<{ readonly recipient: string } | undefined> {
    const what = JSON.stringify(question);
    this.asked = this.asked.what === what ? this.asked : { what, ref: freshRef() };
    this.isBusy.set(true);
    const answer: Answer = await this.store.session.ask({ ...question, ref: this.asked.ref }, isAnswer);
    this.isBusy.set(false);
    this.refusal.set(whyNotDone(answer, this.words()));
    return answer.is === 'answered' && 'recipient' in answer.by ? answer.by : undefined;
  }

  /** Who can't be invited is said once the room is there. */
  private done(place: Place, room: string, people: readonly Place[]): void {
    this.leave(place);
    for (const person of people) {
      this.store.session.invite(room, person);
    }
  }

  private leave(place: Place): void {
    this.dialog().nativeElement.close();
    this.visit.emit(place);
  }
}
