import { Clock } from '../socket/clock';
import { Shelf } from './shelf';
import { Change, Rows, Unsent } from './unsent';

const STORE = 'unsent';
const KEY = 'order';
/** A database that takes longer (ms) to open is taken for one that never will. */
const PATIENCE = 5_000;

/** A shelf in IndexedDB: one database of one store, whose transactions follow each other over all tabs. */
export class IndexedShelf implements Shelf {
  private readonly database: Promise<IDBDatabase>;

  constructor(
    private readonly factory: IDBFactory,
    private readonly name: string,
    clock: Clock,
  ) {
    this.database = opened(factory, name, clock);
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
    this.database.then(
      (database) => {
        database.close();
      },
      () => undefined, // it never opened
    );
  }
}

function opened(factory: IDBFactory, name: string, clock: Clock): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    const stopWaiting = clock.after(PATIENCE, () => {
      request.onsuccess = () => {
        request.result.close(); // too late: this tab works from memory
      };
      reject(new Error('the database does not open'));
    });
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: KEY });
    };
    request.onsuccess = () => {
      stopWaiting();
      const database = request.result;
      database.onversionchange = () => {
        database.close(); // somebody discards it
      };
      resolve(database);
    };
    request.onerror = () => {
      stopWaiting();
      reject(new Error('the database can’t be opened', { cause: request.error }));
    };
  });
}

function run(database: IDBDatabase, change: Change, done: (rows: Rows) => void, failed: () => void): void {
  let transaction: IDBTransaction;
  try {
    transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  } catch (e) {
    if (e instanceof DOMException) {
      failed(); // it was closed by the browser or by another tab
      return;
    }
    throw e;
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
