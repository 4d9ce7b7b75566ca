import { PersonId } from '../message/message';
import { Clock } from '../socket/clock';
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
}

/** The browser that a page is in. */
export function browserOf(document: Document, clock: Clock): Browser {
  const name = (person: PersonId) => nameInBrowser(document, 'outbox', person);
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
  };
}

/** For a program that is in no browser: what is unsent lasts as long as the program. */
export const NO_BROWSER: Browser = {
  shelf: () => undefined,
  tabs: () => ({ tell: () => undefined, close: () => undefined }),
  drafts: NO_DRAFTS,
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
