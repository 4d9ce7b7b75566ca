import { PersonId } from '../message/message';
import { Clock } from '../socket/clock';
import { IndexedRecall } from '../recall/indexed-recall';
import { Recall } from '../recall/recall';
import { DraftShelf, NO_DRAFTS, StoredDrafts } from './draft-shelf';
import { IndexedShelf } from './indexed-shelf';
import { nameInBrowser } from './name';
import { Shelf, Tabs, Word } from './shelf';

/** What a session needs of the browser. */
export interface Browser {
  /** This person's shelf; nothing where the browser can keep nothing. */
  shelf(person: PersonId): Shelf | undefined;
  /** The way to this person's other tabs, whose words `heard` is told. */
  tabs(person: PersonId, heard: (word: Word) => void): Tabs;
  /** Where drafts are kept. */
  readonly drafts: DraftShelf;
  /** Where this person's rooms are kept for the next start; nothing where the browser can keep nothing. */
  recall(person: PersonId): Recall | undefined;
  /** Calls once there is nothing else to do. */
  whenIdle(run: () => void): void;
}

/** The browser that a page is in. */
export function browserOf(document: Document, clock: Clock): Browser {
  const name = (person: PersonId) => nameInBrowser(document, 'outbox', person);
  const window: Partial<Pick<Window, 'requestIdleCallback'>> | null = document.defaultView;
  return {
    shelf: (person) => {
      const factory = indexedDbOf(document);
      return factory && new IndexedShelf(factory, name(person), clock);
    },
    tabs: (person, heard) => {
      const channel = new BroadcastChannel(name(person));
      channel.onmessage = ({ data }) => {
        heard(data as Word);
      };
      return {
        tell: (word) => {
          channel.postMessage(word);
        },
        close: () => {
          channel.close();
        },
      };
    },
    drafts: new StoredDrafts(document),
    recall: (person) => {
      const factory = indexedDbOf(document);
      return factory && new IndexedRecall(factory, nameInBrowser(document, 'rooms', person), clock);
    },
    whenIdle: (run) => {
      if (window?.requestIdleCallback) {
        window.requestIdleCallback(run);
      } else {
        run(); // as in Safari
      }
    },
  };
}

/** For a program that is in no browser: what is unsent lasts as long as the program. */
export const NO_BROWSER: Browser = {
  shelf: () => undefined,
  tabs: () => ({ tell: () => undefined, close: () => undefined }),
  drafts: NO_DRAFTS,
  recall: () => undefined,
  whenIdle: (run) => {
    run();
  },
};

function indexedDbOf(document: Document): IDBFactory | undefined {
  try {
    return document.defaultView?.indexedDB;
  } catch (e) {
    if (e instanceof DOMException) {
      return undefined; // not allowed: as if there were none
    }
    throw e;
  }
}
