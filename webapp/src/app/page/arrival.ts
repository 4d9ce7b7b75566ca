import { inject, Injectable } from '@angular/core';
import { Person } from 'parley-client/message/message';
import { Kept } from '../chat/kept';
import { BROWSER, WORLD } from '../chat/world';
import { Me, NotTaken, Unreachable, WhoAmI } from '../me/me';

const NAME = 'me';
/** A server that takes longer (ms) to say who somebody is is not waited for, where that was known before. */
const PATIENCE = 1_000;

/** Who has come, and what the server says of it where it took long to say something. */
export interface Arrived {
  readonly me: Me;
  /** Settles as what the server says; as nothing, where it says nothing. */
  readonly later?: Promise<Me | undefined>;
}

/**
 * Finds out who opens the page. The server says it; where it doesn't answer, it is who was here last, so that the page
 * opens without a connection. Nobody is shown what another one has left here as long as the server can be asked.
 */
@Injectable({ providedIn: 'root' })
export class Arrival {
  private readonly whoAmI = inject(WhoAmI);
  private readonly kept = inject(Kept);
  private readonly browser = inject(BROWSER);
  private readonly clock = inject(WORLD).clock;

  /** @throws NotTaken if the server can't be asked, and nobody was here before */
  async ask(): Promise<Arrived> {
    const last = this.last();
    const asked = this.whoAmI.ask();
    if (!last) {
      return { me: this.known(await asked) };
    }
    const answer = asked.catch((e: unknown) => {
      if (e instanceof Unreachable) {
        return undefined;
      }
      throw e;
    });
    const first = await Promise.race([answer, this.patience()]);
    if (first === 'late') {
      const later = answer.then(
        (me) => me && this.known(me),
        (e: unknown) => {
          if (e instanceof NotTaken) {
            return undefined;
          }
          throw e;
        },
      );
      return { me: { person: last }, later };
    }
    return { me: first ? this.known(first) : { person: last } };
  }

  /** This is who is here now. What another one has left here of their rooms is thrown away. */
  known(me: Me): Me {
    const last = this.last();
    if (last && last.id !== me.person?.id) {
      this.browser.recall(last.id)?.discard();
    }
    if (me.person) {
      this.kept.write(NAME, me.person);
    } else {
      this.kept.forget(NAME);
    }
    return me;
  }

  private patience(): Promise<'late'> {
    return new Promise((resolve) => {
      this.clock.after(PATIENCE, () => {
        resolve('late');
      });
    });
  }

  /** Who was here last, as it was kept, perhaps by something else. */
  private last(): Person | undefined {
    const value = this.kept.read(NAME);
    const { id, name, guest } = (value ?? {}) as Partial<Record<keyof Person, unknown>>;
    return typeof id === 'string' && typeof name === 'string' && typeof guest === 'boolean'
      ? { id, name, guest }
      : undefined;
  }
}
