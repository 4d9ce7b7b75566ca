import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Act } from 'parley-client/state/acts';
import { apply } from 'parley-client/state/apply';
import { EMPTY, Entry, roomAt, Stage } from 'parley-client/state/state';
import { AmendingHarness } from '../../testing/amending.harness';
import { english } from '../../testing/english';
import { FakeScreen } from '../../testing/fake-screen';
import { ANN, AT, BOB, publicRoom, reset, welcome } from '../../testing/frames';
import { IN_ENGLISH } from '../../testing/in-english';
import { LineHarness } from '../../testing/line.harness';
import { Line, lineOf, pendingLine, ThreadNews } from './line';
import { LineView } from './line-view';
import { Wish } from './toolbar';

const TEA = publicRoom('tea');
const STATE = [welcome(TEA), reset(TEA)].reduce((state, message) => apply(state, message, AT), EMPTY);
const ROOM = roomAt(STATE, '#tea')!;
const HEARTS = { emoji: '❤️', people: [BOB.id, 'p_cem', 'p_dee'], unnamed: 4 };
const TOO_LONG: Stage = { is: 'refused', code: 'too_long', text: 'No.' };

interface Circumstances {
  readonly isArchived?: boolean;
  readonly acts?: readonly Act[];
  readonly threads?: ReadonlyMap<number, ThreadNews>;
}

/** The line of something that bob, or another, said. */
function stored(more: Partial<Entry> = {}, { isArchived = false, acts = [], threads = new Map() }: Circumstances = {}) {
  return lineOf(
    { seq: 1, sender: BOB.id, content: 'good *tea*', at: AT, ...more },
    {
      room: { ...ROOM, archived: isArchived },
      threads,
      acts,
      me: ANN,
      people: STATE.people,
      who: (id) => ({ id, name: id.slice(2), guest: true }),
      words: english,
    },
  );
}

const pending = (stage: Stage) => pendingLine({ ref: 'r', place: '#tea', content: 'hello', at: AT, stage });

/** An edit of the first message, as far as it has come. */
const edit = (stage: Act['stage']): Act => ({
  ref: 'e',
  room: ROOM.id,
  target: 1,
  deed: { is: 'edit', content: 'better' },
  at: AT,
  stage,
});

describe('a message', () => {
  FakeScreen.forEach();
  const shown = signal<Line>(stored());
  const isActive = signal(false);
  const isEditing = signal(false);
  let wishes: Wish[];
  let told: string[];
  let line: LineHarness;
  let amending: () => Promise<AmendingHarness>;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: IN_ENGLISH });
    isActive.set(false);
    isEditing.set(false);
    [wishes, told] = [[], []];
    shown.set(stored());
    const fixture = TestBed.createComponent(LineView, {
      bindings: [
        inputBinding('line', shown),
        inputBinding('isActive', isActive),
        inputBinding('isEditing', isEditing),
        outputBinding<Wish>('wish', (wish) => wishes.push(wish)),
        outputBinding<boolean>('editing', (is) => told.push(`editing: ${is}`)),
        outputBinding<string>('reword', (content) => told.push(`reword: ${content}`)),
        outputBinding('retry', () => told.push('retry')),
        outputBinding('discard', () => told.push('discard')),
      ],
    });
    line = await TestbedHarnessEnvironment.harnessForFixture(fixture, LineHarness);
    amending = () => TestbedHarnessEnvironment.loader(fixture).getHarness(AmendingHarness);
  });

  it('says what was said, as it was meant, and nothing else', async () => {
    expect(await line.says()).toBe('good tea');
    expect(await line.texts('em')).toEqual(['tea']);
    expect(await line.states()).toEqual([]);
    expect(await line.names()).toEqual([]);
  });

  it('says that it was edited, and that it is pinned', async () => {
    shown.set(stored({ edited: true, pinned: true }));
    expect(await line.states()).toEqual(['(edited)', 'Pinned']);
  });

  it('says only that it was deleted, where it was', async () => {
    isActive.set(true);
    shown.set(stored({ deleted: true, content: '', edited: true }));
    expect(await line.says()).toBeUndefined();
    expect(await line.states()).toEqual(['Message deleted']);
    expect(await line.tools()).toEqual([]);
  });

  it.each<[string, Partial<Entry>, boolean]>([
    ['to its reader', { mentions: [ANN.id] }, true],
    ['to everyone', { here: true }, true],
    ['to somebody else', { mentions: [BOB.id] }, false],
    ['by its reader', { sender: ANN.id, mentions: [ANN.id] }, false],
  ])('is marked where it is for its reader: %s', async (_, entry, isToMe) => {
    shown.set(stored(entry));
    expect(await line.isToMe()).toBe(isToMe);
  });

  it('leads to where it was said, where it is shown elsewhere', async () => {
    shown.set({ ...stored(), link: '#/r/tea/1' });
    expect(await line.states()).toEqual(['Show in the room']);
  });

  describe('offers', () => {
    beforeEach(() => {
      isActive.set(true);
    });

    const react = ['React with 👍', 'React with ❤️', 'React with 😂', 'React'];

    it.each<[string, Partial<Entry>, Circumstances, readonly string[]]>([
      ['of another', {}, {}, [...react, 'Reply', 'Pin', 'Copy link', 'Mark unread from here']],
      [
        'of one’s own',
        { sender: ANN.id },
        {},
        [...react, 'Reply', 'Edit', 'Pin', 'Copy link', 'Mark unread from here', 'Delete'],
      ],
      ['that is pinned', { pinned: true }, {}, [...react, 'Reply', 'Unpin', 'Copy link', 'Mark unread from here']],
      ['in a thread', { thread: 9 }, {}, [...react, 'Reply', 'Pin', 'Copy link']],
      ['in an archived room', {}, { isArchived: true }, ['Copy link', 'Mark unread from here']],
      [
        'of one’s own there',
        { sender: ANN.id },
        { isArchived: true },
        ['Copy link', 'Mark unread from here', 'Delete'],
      ],
    ])('only what one may do to one %s', async (_, entry, circumstances, tools) => {
      shown.set(stored(entry, circumstances));
      expect(await line.tools()).toEqual(tools);
    });

    it('nothing to do to what the server does not have', async () => {
      shown.set(pending({ is: 'waiting' }));
      expect(await line.tools()).toEqual([]);
    });

    it('nothing while it is put in other words, or while nobody is at it', async () => {
      isEditing.set(true);
      expect(await line.tools()).toEqual([]);
      isEditing.set(false);
      isActive.set(false);
      expect(await line.tools()).toEqual([]);
    });

    it('what is then wished for', async () => {
      shown.set(stored({ sender: ANN.id }));
      for (const tool of await line.tools()) {
        await line.click(tool);
      }
      expect(wishes).toEqual([
        { emoji: '👍' },
        { emoji: '❤️' },
        { emoji: '😂' },
        'react',
        'reply',
        'edit',
        'pin',
        'link',
        'unread',
        'delete',
      ]);
    });

    it('one after the other to the arrow keys, round and round', async () => {
      await line.focusTool('React with 👍');
      await line.press('ArrowRight');
      expect(await line.focused()).toBe('React with ❤️');
      await line.press('ArrowLeft');
      await line.press('ArrowLeft');
      expect(await line.focused()).toBe('Mark unread from here');
      await line.press('Enter');
      expect(wishes).toEqual(['unread']);
    });
  });

  describe('on its way', () => {
    it.each<[Stage, string]>([
      [{ is: 'new' }, 'Not kept yet'],
      [{ is: 'waiting' }, 'Not sent yet'],
      [{ is: 'held', ms: 5 }, 'A little slower: sent in a moment'],
      [{ is: 'sent' }, 'Sending'],
      [{ is: 'elsewhere' }, 'Sending'],
      [{ is: 'stored', room: ROOM.id, seq: 1 }, 'Sending'],
    ])('says how far it has come: %j', async (stage, state) => {
      shown.set(pending(stage));
      expect(await line.says()).toBe('hello');
      expect(await line.states()).toEqual([state]);
    });

    it('says why it was refused, and what can be done', async () => {
      shown.set(pending(TOO_LONG));
      expect(await line.refusal()).toBe('That is too long.');
      expect(await line.states()).toEqual([]);
      expect(await line.remedies()).toEqual(['Edit', 'Send again', 'Delete']);
      for (const remedy of await line.remedies()) {
        await line.click(remedy);
      }
      expect(told).toEqual(['editing: true', 'retry', 'discard']);
    });

    it('is refused in the words of the server, where the page has none', async () => {
      shown.set(pending({ is: 'refused', code: 'a_code_of_the_future', text: 'Because.' }));
      expect(await line.refusal()).toBe('Because.');
    });

    it('is sent in other words', async () => {
      shown.set(pending(TOO_LONG));
      isEditing.set(true);
      expect(await line.remedies()).toEqual([]);
      expect(await (await amending()).text()).toBe('hello');
      await line.type('!');
      await line.click('Send');
      expect(told).toEqual(['reword: hello!']);
    });
  });

  describe('that is put in other words', () => {
    it('has a field in place of its own', async () => {
      isEditing.set(true);
      expect(await line.says()).toBeUndefined();
      expect(await (await amending()).text()).toBe('good *tea*');
      await line.type('!');
      await line.click('Save');
      await line.click('Cancel');
      expect(told).toEqual(['reword: good *tea*!', 'editing: false']);
    });

    it('says that the server does not have them yet', async () => {
      shown.set(stored({}, { acts: [edit({ is: 'sent' })] }));
      expect(await line.states()).toEqual(['Not saved yet']);
    });

    it('says why they were refused, and loses none of them', async () => {
      shown.set(stored({}, { acts: [edit(TOO_LONG)] }));
      expect(await line.refusal()).toBe('That is too long.');
      expect(await line.says()).toBe('good tea');
      expect(await line.remedies()).toEqual(['Edit', 'Send again', 'Never mind']);
      isEditing.set(true);
      expect(await (await amending()).text()).toBe('better');
    });
  });

  describe('with reactions', () => {
    const reactions = [{ emoji: '👍', people: [BOB.id, ANN.id] }, HEARTS];

    beforeEach(() => {
      shown.set(stored({ reactions }));
    });

    it('shows how many there are, which are one’s own, and tells whose they are', async () => {
      expect(await line.reactions()).toEqual(['👍2', '❤️7']);
      expect(await line.ownReactions()).toEqual(['👍2']);
      expect(await line.whoReacted('👍')).toBe('bob and you');
      expect(await line.whoReacted('❤️')).toBe('bob, cem and 5 others');
      expect(await line.texts('.tip')).toEqual(['bob and you', 'bob, cem and 5 others']);
    });

    it('is reacted to by a press', async () => {
      expect(await line.canReact('❤️')).toBe(true);
      await line.pressReaction('❤️');
      expect(wishes).toEqual([{ emoji: '❤️' }]);
    });

    it('is not reacted to where that may not be', async () => {
      shown.set(stored({ reactions }, { isArchived: true }));
      expect(await line.canReact('❤️')).toBe(false);
      await line.pressReaction('❤️');
      expect(wishes).toEqual([]);
    });

    it('shows whose they are by the other button of a mouse', async () => {
      await line.asideReaction('👍');
      expect(wishes).toEqual(['reactors']);
    });

    describe('under a finger', () => {
      beforeEach(() => {
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      });

      afterEach(() => {
        vi.useRealTimers();
      });

      it('shows whose they are once it has stayed, and is not reacted to then', async () => {
        await line.touchReaction('👍', 'pointerdown');
        vi.advanceTimersByTime(499);
        expect(wishes).toEqual([]);
        vi.advanceTimersByTime(1);
        expect(wishes).toEqual(['reactors']);
        await line.touchReaction('👍', 'contextmenu');
        await line.touchReaction('👍', 'pointerup');
        await line.touchReaction('👍', 'click');
        expect(wishes).toEqual(['reactors']);
      });

      it.each(['pointerup', 'pointercancel'] as const)('does not show it after %s', async (end) => {
        await line.touchReaction('👍', 'pointerdown');
        await line.touchReaction('👍', end);
        vi.advanceTimersByTime(1_000);
        expect(wishes).toEqual([]);
      });
    });
  });

  describe('with replies', () => {
    const replied = (replies: number, news: ThreadNews) => {
      shown.set(stored(replies ? { replies, repliedAt: AT } : {}, { threads: new Map([[1, news]]) }));
    };

    it('says how many, and leads to them', async () => {
      replied(3, { unread: 0, isStuck: false });
      expect(await line.texts('.replies > span')).toEqual(['3 replies']);
      expect(await line.texts('time')).toHaveLength(1);
      await line.click((await line.names())[0]!);
      expect(wishes).toEqual(['replies']);
    });

    it('says how many are new', async () => {
      replied(3, { unread: 2, isStuck: false });
      expect(await line.texts('.replies > span')).toEqual(['3 replies', '2 new messages']);
    });

    it('says that one was not sent', async () => {
      replied(0, { unread: 0, isStuck: true });
      expect(await line.texts('.replies > span')).toEqual(['One was not sent']);
    });
  });
});
