import { Clock } from '../socket/clock';

/** A database that takes longer (ms) to open is taken for one that never will. */
const PATIENCE = 5_000;

/** A database of the browser: its name, which form it has, and how it comes to have that. */
export interface Plan {
  readonly name: string;
  /** A database of an older form is made anew by `build`. */
  readonly form: number;
  build(database: IDBDatabase): void;
}

/** Opens a database, which gives way by itself where another tab discards it. */
export function opened(factory: IDBFactory, { name, form, build }: Plan, clock: Clock): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, form);
    const stopWaiting = clock.after(PATIENCE, () => {
      request.onsuccess = () => {
        request.result.close(); // too late: this tab works without it
      };
      reject(new Error('the database does not open'));
    });
    request.onupgradeneeded = () => {
      build(request.result);
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

/** Begins a transaction; nothing, where the browser or another tab has closed the database. */
export function begun(
  database: IDBDatabase,
  stores: string | string[],
  mode: IDBTransactionMode,
  durability: IDBTransactionDurability,
): IDBTransaction | undefined {
  try {
    return database.transaction(stores, mode, { durability });
  } catch (e) {
    if (e instanceof DOMException) {
      return undefined;
    }
    throw e;
  }
}

/** Closes a database that may never have opened. */
export function closed(database: Promise<IDBDatabase>): void {
  database.then(
    (open) => {
      open.close();
    },
    () => undefined,
  );
}
