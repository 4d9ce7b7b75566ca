import { Clock } from '../socket/clock';
import { begun, closed, opened } from './database';
import { Shelf } from './shelf';
import { Change, Rows, Unsent } from './unsent';

const STORE = 'unsent';
const KEY = 'order';

/** A shelf in IndexedDB: one database of one store, whose transactions follow each other over all tabs. */
export class IndexedShelf implements Shelf {
  private readonly database: Promise<IDBDatabase>;

  constructor(
    private readonly factory: IDBFactory,
    private readonly name: string,
    clock: Clock,
  ) {
    const build = (database: IDBDatabase) => {
      database.createObjectStore(STORE, { keyPath: KEY });
    };
    this.database = opened(factory, { name, form: 1, build }, clock);
  }

  update(change: Change, done: (rows: Rows) => void, failed: () => void): void {
    this.database.then((database) => {
      run(database, change, done, failed);
    }, failed);
  }

  discard(): void {
    this.close();
    this.factory.deleteDatabase(this.name);
  }

  close(): void {
    closed(this.database);
  }
}

function run(database: IDBDatabase, change: Change, done: (rows: Rows) => void, failed: () => void): void {
  const transaction = begun(database, STORE, 'readwrite', 'strict');
  if (!transaction) {
    failed();
    return;
  }
  let after: Rows = [];
  const store = transaction.objectStore(STORE);
  const request = store.getAll() as IDBRequest<Unsent[]>;
  request.onsuccess = () => {
    const before = request.result;
    after = change(before);
    write(store, before, after);
  };
  transaction.oncomplete = () => {
    done(after);
  };
  transaction.onabort = failed;
}

/** Writes what differs. */
function write(store: IDBObjectStore, before: Rows, after: Rows): void {
  const [held, kept] = [new Set(before), new Set(after.map(({ order }) => order))];
  for (const { order } of before) {
    if (!kept.has(order)) {
      store.delete(order);
    }
  }
  for (const row of after) {
    if (!held.has(row)) {
      store.put(row);
    }
  }
}
