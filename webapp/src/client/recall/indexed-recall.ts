import { Clock } from '../socket/clock';
import { begun, closed, opened } from '../outbox/database';
import { isNewer, Kept, RoomCopy, SelfCopy } from './copy';
import { Change, Recall } from './recall';

const ROOMS = 'rooms';
const SELF = 'self';
/** What is kept in another form is of no use: the server tells all of it again. */
const FORM = 1;

/** Rooms kept in IndexedDB: a database of one record a room, and one of all else. */
export class IndexedRecall implements Recall {
  private readonly database: Promise<IDBDatabase>;

  constructor(
    private readonly factory: IDBFactory,
    private readonly name: string,
    clock: Clock,
  ) {
    this.database = opened(factory, { name, form: FORM, build }, clock);
  }

  read(done: (kept: Kept | undefined) => void): void {
    this.database.then(
      (database) => {
        readFrom(database, done);
      },
      () => {
        done(undefined);
      },
    );
  }

  write(change: Change): void {
    this.database.then(
      (database) => {
        writeTo(database, change);
      },
      () => undefined, // this browser keeps nothing
    );
  }

  discard(): void {
    this.close();
    this.factory.deleteDatabase(this.name);
  }

  close(): void {
    closed(this.database);
  }
}

function build(database: IDBDatabase): void {
  for (const store of database.objectStoreNames) {
    database.deleteObjectStore(store);
  }
  database.createObjectStore(ROOMS, { keyPath: 'id' });
  database.createObjectStore(SELF);
}

function readFrom(database: IDBDatabase, done: (kept: Kept | undefined) => void): void {
  const transaction = begun(database, [ROOMS, SELF], 'readonly', 'relaxed');
  if (!transaction) {
    done(undefined);
    return;
  }
  const self = transaction.objectStore(SELF).get(SELF) as IDBRequest<SelfCopy | undefined>;
  const rooms = transaction.objectStore(ROOMS).getAll() as IDBRequest<RoomCopy[]>;
  transaction.oncomplete = () => {
    done(self.result && { self: self.result, rooms: rooms.result });
  };
  transaction.onabort = () => {
    done(undefined);
  };
}

/** A transaction that fails changes nothing: what lies there is older then, and still true of its position. */
function writeTo(database: IDBDatabase, { self, rooms, afresh, only }: Change): void {
  const transaction = begun(database, [ROOMS, SELF], 'readwrite', 'relaxed');
  if (!transaction) {
    return;
  }
  if (self) {
    transaction.objectStore(SELF).put(self, SELF);
  }
  const store = transaction.objectStore(ROOMS);
  for (const copy of rooms) {
    const request = store.get(copy.id) as IDBRequest<RoomCopy | undefined>;
    request.onsuccess = () => {
      if (isNewer(copy, request.result, { isReady: !!only, isAfresh: afresh.has(copy.id) })) {
        store.put(copy);
      }
    };
  }
  if (only) {
    const request = store.getAllKeys();
    request.onsuccess = () => {
      for (const key of request.result) {
        if (!only.has(key as string)) {
          store.delete(key);
        }
      }
    };
  }
}
