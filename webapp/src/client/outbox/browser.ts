import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { nameInBrowser } from '../chat/kept';
import { PersonId } from '../message/message';
import { WORLD } from '../socket/socket';
import { IndexedShelf } from './indexed-shelf';
import { Shelf, Tabs, Word } from './shelf';

/** What an outbox needs of the browser. */
export interface Browser {
  /** This person's shelf; nothing where the browser can keep nothing. */
  shelf(person: PersonId): Shelf | undefined;
  /** The way to this person's other tabs, whose words `heard` is told. */
  tabs(person: PersonId, heard: (word: Word) => void): Tabs;
}

export const BROWSER = new InjectionToken<Browser>('what an outbox needs of the browser', {
  factory: () => {
    const document = inject(DOCUMENT);
    const { clock } = inject(WORLD);
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
    };
  },
});

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
