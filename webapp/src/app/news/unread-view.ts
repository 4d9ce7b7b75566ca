import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  OnDestroy,
  untracked,
  viewChild,
} from '@angular/core';
import { Person, RoomId } from 'parley-client/message/message';
import { Place } from 'parley-client/state/place';
import { unread } from 'parley-client/state/reading';
import { Entry, lastingPlaceOf, Room } from 'parley-client/state/state';
import { unreadThreads } from 'parley-client/state/threads';
import { Door } from '../chat/doors';
import { Sign } from '../chat/sign';
import { Store } from '../chat/store';
import { ALL_WORDS } from '../words/later';
import { ExcerptLine } from './excerpt-line';
import { firstUnread, SHOWN, urgent } from './news';

/** A place where something waits, and how it begins. */
interface Waiting {
  readonly door: Door;
  readonly room: Room;
  readonly lines: readonly Entry[] | undefined;
  /** How many more there are. */
  readonly more: number;
  /** How many of its threads have new replies. */
  readonly threads: number;
}

/** So many entries are read to find the first messages among them. */
const READ = 10;

/** All places with something unread, the most urgent first, each with its first messages. */
@Component({
  selector: 'parley-unread',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExcerptLine, Sign],
  template: `
    <p class="sum" tabindex="-1" #sum>
      @if (waiting().length) {
        <button type="button" class="wide" (click)="lookAtAll()">{{ words().news.readAll }}</button>
      } @else {
        {{ words().news.nothingUnread }}
      }
    </p>
    @for (place of waiting(); track place.room.id) {
      <section [attr.aria-labelledby]="'waits-' + place.room.id">
        <header>
          <h2 [id]="'waits-' + place.room.id">
            <a [href]="place.door.link">
              <parley-sign [door]="place.door" />
              <bdi>{{ place.door.label }}</bdi>
              <span class="badge" [class.to-me]="place.door.mentions">
                <span aria-hidden="true">{{ words().upTo99(place.door.badge) }}</span>
                <span class="visually-hidden">{{ words().common.newMessages(place.door.badge) }}</span>
              </span>
            </a>
          </h2>
          <button
            type="button"
            [attr.aria-label]="words().news.markRead(place.door.label)"
            (click)="look(place.room.id)"
          >
            {{ words().menu.markRead }}
          </button>
        </header>
        <ul>
          @for (line of place.lines ?? []; track line.seq) {
            <li>
              <parley-excerpt
                [sender]="people().get(line.sender)"
                [at]="line.at"
                [content]="line.content"
                [isNew]="isToMe(line)"
                [link]="linkTo()(placeOf(place.room), line.seq)"
              />
            </li>
          }
          @if (!place.lines) {
            <li class="aside">{{ words().timeline.loading }}</li>
          }
        </ul>
        @if (place.more > 0) {
          <p class="aside">{{ words().people.more(place.more) }}</p>
        }
        @if (place.threads) {
          <p class="aside">{{ words().side.news(place.threads) }}</p>
        }
      </section>
    }
  `,
})
export class UnreadView implements OnDestroy {
  private readonly store = inject(Store);
  protected readonly words = inject(ALL_WORDS);
  private readonly sum = viewChild.required<ElementRef<HTMLElement>>('sum');

  readonly doors = input.required<readonly Door[]>();
  readonly linkTo = input.required<(place: Place, seq?: number) => string>();

  protected readonly people = computed((): ReadonlyMap<string, Person> => this.store.state().people);
  protected readonly waiting = computed((): readonly Waiting[] => {
    const { rooms, peeks, me } = this.store.state();
    return urgent(this.doors()).flatMap((door) => {
      const room = rooms.get(door.room ?? '');
      if (!room) {
        return [];
      }
      const [count, threads] = [unread(room), unreadThreads(room).length];
      const lines = count ? firstUnread(room, peeks, me?.id) : [];
      return { door, room, lines, more: count - (lines?.length ?? SHOWN), threads };
    });
  });
  /** Where the first messages have to be read, and from where on. */
  private readonly wanted = computed(() =>
    this.waiting().flatMap(({ room, lines }) => (lines ? [] : `${room.id} ${room.seen}`)),
  );
  private readonly asked = new Set<string>();

  protected readonly placeOf = lastingPlaceOf;

  constructor() {
    effect(() => {
      if (!this.store.ready()) {
        this.asked.clear();
        return;
      }
      for (const wanted of this.wanted().filter((other) => !this.asked.has(other))) {
        const [room = '', seen = ''] = wanted.split(' ');
        this.asked.add(wanted);
        untracked(() => void this.store.session.peek(room, { after: Number(seen) }, READ));
      }
    });
  }

  ngOnDestroy(): void {
    this.store.session.unpeek();
  }

  protected isToMe({ mentions, here }: Entry): boolean {
    return !!here || !!mentions?.includes(this.store.state().me?.id ?? '');
  }

  /** It goes from the list, and the focus with it: one stays at its top. */
  protected look(id: RoomId): void {
    this.store.session.lookAtAll(id);
    this.sum().nativeElement.focus();
  }

  protected lookAtAll(): void {
    for (const { room } of this.waiting()) {
      this.store.session.lookAtAll(room.id);
    }
    this.sum().nativeElement.focus();
  }
}
