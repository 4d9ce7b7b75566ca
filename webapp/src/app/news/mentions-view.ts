import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  OnDestroy,
  signal,
  untracked,
} from '@angular/core';
import { Mention, Mentions } from 'parley-client/message/message';
import { peekAt } from 'parley-client/state/peeks';
import { Place } from 'parley-client/state/place';
import { Entry, lastingPlaceOf, Room } from 'parley-client/state/state';
import { Door } from '../chat/doors';
import { Store } from '../chat/store';
import { ALL_WORDS } from '../words/later';
import { whyNotDone } from '../rooms/answers';
import { ExcerptLine } from './excerpt-line';

/** The messages that named one last, in all rooms, the newest first. */
@Component({
  selector: 'parley-mentions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExcerptLine],
  template: `
    <p class="sum" role="status">{{ answer() }}</p>
    <ul>
      @for (row of rows(); track row.key) {
        <li>
          <parley-excerpt
            [sender]="row.sender"
            [place]="row.place"
            [at]="row.mention.at"
            [content]="row.content"
            [isNew]="row.isNew"
            [link]="row.link"
          />
        </li>
      }
    </ul>
    @if (told()?.more) {
      <p class="aside">{{ words().news.earlier }}</p>
    }
  `,
})
export class MentionsView implements OnDestroy {
  private readonly store = inject(Store);

  readonly doors = input.required<readonly Door[]>();
  readonly linkTo = input.required<(place: Place, seq?: number) => string>();

  protected readonly words = inject(ALL_WORDS);
  protected readonly told = signal<Mentions | undefined>(undefined);
  private readonly refusal = signal<string | undefined>(undefined);
  /** Those that are still there, in rooms where one still is. */
  protected readonly rows = computed(() => {
    const { rooms, people } = this.store.state();
    const labels = new Map(this.doors().map(({ room, label }) => [room, label]));
    return (this.told()?.mentions ?? []).flatMap((mention) => {
      const room = rooms.get(mention.room);
      const entry = room && this.entryOf(room, mention);
      return !room || entry?.deleted
        ? []
        : {
            key: `${mention.room} ${mention.seq}`,
            mention,
            sender: people.get(mention.sender),
            place: labels.get(mention.room) ?? '',
            content: entry?.content,
            isNew: mention.thread === undefined && mention.seq > room.seen,
            link: this.linkTo()(lastingPlaceOf(room), mention.seq),
          };
    });
  });
  protected readonly answer = computed(() => {
    const { news, timeline } = this.words();
    if (this.rows().length) {
      return '';
    }
    return this.refusal() ?? (this.told() ? news.noMentions : timeline.loading);
  });
  /** Changes when somebody names one. */
  private readonly news = computed(() =>
    [...this.store.state().rooms.values()].map(({ news }) => news.filter(({ toMe }) => toMe).at(-1)?.seq ?? 0).join(),
  );
  private readonly asked = new Set<string>();

  constructor() {
    effect(() => {
      this.news();
      this.asked.clear();
      if (this.store.ready()) {
        untracked(() => void this.ask());
      }
    });
    effect(() => {
      for (const { key, mention, content } of this.rows()) {
        if (content === undefined && !this.asked.has(key)) {
          this.asked.add(key);
          untracked(() => void this.read(mention));
        }
      }
    });
  }

  ngOnDestroy(): void {
    this.store.session.unpeek();
  }

  private async ask(): Promise<void> {
    const answer = await this.store.session.ask({ type: 'mentions' });
    this.refusal.set(whyNotDone(answer, this.words()));
    if (answer.is === 'answered' && answer.by.type === 'mentions') {
      this.told.set(answer.by);
    }
  }

  /** Reads one by itself: a reply is found in its thread. */
  private read({ room, seq, thread }: Mention): Promise<boolean> {
    const leaf = thread === undefined ? { after: seq - 1 } : { thread, after: seq - 1 };
    return this.store.session.peek(room, leaf, 1);
  }

  private entryOf(room: Room, { seq }: Mention): Entry | undefined {
    return room.entries.find((entry) => entry.seq === seq) ?? peekAt(this.store.state().peeks, room.id, seq);
  }
}
