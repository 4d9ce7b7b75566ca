import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Person, PersonId, RoomId } from 'parley-client/message/message';
import { Question } from 'parley-client/session/asking';
import { isSame, LOBBY, Place } from 'parley-client/state/place';
import { Avatar } from '../chat/avatar';
import { titleOf } from '../chat/doors';
import { Store } from '../chat/store';
import { Icon } from '../page/icon';
import { ALL_WORDS } from '../words/later';
import { whyNotDone } from './answers';
import { Confirming, Grave } from './confirming';
import { PeoplePicker } from './people-picker';
import { roomVerbsFor } from './room-verbs';
import { joined, NOBODY, Roster, rowsOf } from './roster';

/** What a room is, who is in it, and what one can do to it. */
@Component({
  selector: 'parley-details',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Confirming, Icon, PeoplePicker],
  templateUrl: './details.html',
})
export class Details {
  private readonly store = inject(Store);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private readonly picker = viewChild(PeoplePicker);

  readonly id = input.required<RoomId>();
  /** Somebody wants to leave the room. */
  readonly leave = output();
  readonly closed = output();

  protected readonly words = inject(ALL_WORDS);
  protected readonly me = computed(() => this.store.state().me);
  protected readonly room = computed(() => this.store.state().rooms.get(this.id()));
  protected readonly verbs = computed(() => {
    const room = this.room();
    return room ? roomVerbsFor(room, this.me()?.id) : [];
  });
  protected readonly isForEveryone = computed(() => {
    const name = this.room()?.name;
    return !!name && isSame(name, LOBBY);
  });
  protected readonly called = computed(() => {
    const room = this.room();
    return room && (room.name ?? titleOf(this.store.state(), room, this.words()) ?? this.words().making.conversation);
  });
  protected readonly kindWords = computed(() => {
    const { hints, refusals } = this.words();
    if (this.isForEveryone()) {
      return refusals.lobby;
    }
    const kind = this.room()?.kind;
    return kind === 'public' || kind === 'private' ? hints[kind] : hints.conversation;
  });
  private readonly roster = signal<Roster>(NOBODY);
  protected readonly rows = computed(() => {
    const room = this.room();
    return room ? rowsOf(this.store.state(), room, this.roster(), this.words()) : [];
  });
  protected readonly count = computed(() => this.roster().count);
  protected readonly next = computed(() => this.roster().next);
  protected readonly isOwnerOfOthers = computed(() => this.room()?.owner === this.me()?.id && this.count() > 1);
  protected readonly chosen = signal<readonly Place[]>([]);
  protected readonly others = computed(() => {
    const inside = new Set(this.rows().map(({ person }) => person.id));
    return [...this.store.state().people.values()].filter(({ id }) => !inside.has(id) && id !== this.me()?.id);
  });
  protected readonly refusal = signal<string | undefined>(undefined);
  protected readonly told = signal('');
  /** What is to be asked about before it is done. */
  protected readonly grave = signal<{ readonly is: 'handOn' | 'remove'; readonly person: Person } | undefined>(
    undefined,
  );
  protected readonly asked = computed((): Grave | undefined => {
    const grave = this.grave();
    return grave && { is: grave.is, name: grave.person.name };
  });

  /** The last change of who is in the room: then it is asked again. */
  private readonly change = computed(
    () =>
      this.room()
        ?.happenings.filter(({ type }) => type === 'membership')
        .at(-1)?.seq ?? 0,
  );

  constructor() {
    afterNextRender(() => {
      this.dialog().nativeElement.showModal();
    });
    effect(() => {
      this.change();
      if (this.store.ready() && !this.isForEveryone()) {
        untracked(() => void this.load(this.id()));
      }
    });
    effect(() => {
      if (!this.room()) {
        this.dialog().nativeElement.close();
      }
    });
  }

  protected more(): void {
    void this.load(this.id(), this.next());
  }

  private async load(id: RoomId, after?: PersonId): Promise<void> {
    const answer = await this.store.session.ask({
      type: 'members',
      recipient: id,
      ...(after === undefined ? {} : { after }),
    });
    if (answer.is === 'answered' && answer.by.type === 'members') {
      this.roster.set(joined(after === undefined ? NOBODY : this.roster(), answer.by));
    }
  }

  protected settle(event: Event, title: string, topic: string): void {
    event.preventDefault();
    void this.do(
      { type: 'settings', recipient: this.id(), title: title.trim(), topic: topic.trim() },
      this.words().details.saved,
    );
  }

  /** Who can't be invited stays chosen, and it is said why. */
  protected async invite(event: Event): Promise<void> {
    event.preventDefault();
    const people = this.picker()?.settle() ?? [];
    this.chosen.set([]);
    this.tell(undefined, '');
    for (const person of people) {
      const why = await this.whyNot({ type: 'invite', recipient: this.id(), person });
      if (why) {
        this.refusal.set(why);
        this.chosen.update((chosen) => [...chosen, person]);
      } else {
        this.told.update((told) => `${told} ${this.words().details.invitedNow(person.slice(1))}`.trim());
      }
    }
  }

  protected archive(archived: boolean): void {
    void this.do(
      { type: 'settings', recipient: this.id(), archived },
      archived ? this.words().refusals.archived : this.words().details.reopened,
    );
  }

  /** What one stood on may be gone then: one stays among the people. */
  protected confirm(): void {
    const grave = this.grave();
    if (grave?.is === 'handOn') {
      const { id, name } = grave.person;
      void this.do({ type: 'owner', recipient: this.id(), person: id }, this.words().details.ownerNow(name));
    } else if (grave) {
      this.remove(grave.person);
    }
    this.list()?.nativeElement.focus();
  }

  protected remove({ id, name }: Person): void {
    void this.do({ type: 'remove', recipient: this.id(), person: id }, this.words().details.removedNow(name));
  }

  private async do(question: Question, told: string): Promise<void> {
    this.tell(undefined, '');
    const why = await this.whyNot(question);
    this.tell(why, why ? '' : told);
  }

  private async whyNot(question: Question): Promise<string | undefined> {
    return whyNotDone(await this.store.session.ask(question), this.words());
  }

  private tell(refusal: string | undefined, told: string): void {
    this.refusal.set(refusal);
    this.told.set(told);
  }
}
