import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Person, Reason } from 'parley-client/message/message';
import { SIGN_IN } from 'parley-client/socket/check';
import { UNREACHABLE } from '../words/refusal';
import { Early } from './early';

/** Who the server takes this browser for, and perhaps a sentence for the people who run it. */
export interface Me {
  readonly person?: Person;
  readonly notice?: string;
}

/** A refusal. */
export class NotTaken extends Error implements Reason {
  constructor(
    readonly code: string,
    readonly text = '',
  ) {
    super(`${code}: ${text}`);
  }
}

/** The server does not answer: there is no network, or somebody else answers for it. */
export class Unreachable extends NotTaken {
  constructor() {
    super(UNREACHABLE);
  }
}

/** What a proxy says for a server that is not there. */
const NOBODY = [502, 503, 504];

/** Asks the server who somebody is, and gives guests their names. */
@Injectable({ providedIn: 'root' })
export class WhoAmI {
  private readonly document = inject(DOCUMENT);
  private readonly early = inject(Early);

  /** @throws NotTaken if the server can't be asked */
  ask(): Promise<Me> {
    return this.read(this.early.answer() ?? this.send({}));
  }

  /**
   * Comes in as a guest of this name, or renames the guest that one is.
   *
   * @throws NotTaken if the server refuses the name or can't be asked
   */
  choose(name: string): Promise<Me> {
    const body = JSON.stringify({ name });
    return this.request({ method: 'PUT', headers: { 'Content-Type': 'application/json' }, body });
  }

  /**
   * Signs out.
   *
   * @throws NotTaken if the server refuses it or can't be asked
   */
  leave(): Promise<Me> {
    return this.request({ method: 'DELETE', headers: { 'Content-Type': 'application/json' } });
  }

  private request(init: RequestInit): Promise<Me> {
    return this.read(this.send(init));
  }

  private send(init: RequestInit): Promise<Response> {
    return fetch(new URL('me', this.document.baseURI), { ...init, cache: 'no-store' });
  }

  private async read(asked: Promise<Response>): Promise<Me> {
    let answer: Response;
    let body: Me & Partial<Reason>;
    try {
      answer = await asked;
      if (answer.redirected || answer.status === 401) {
        throw new NotTaken(SIGN_IN); // the container has somebody sign in before it shows anything
      }
      body = (await answer.json()) as Me & Partial<Reason>;
    } catch (e) {
      if (e instanceof TypeError || e instanceof SyntaxError) {
        throw new Unreachable();
      }
      throw e;
    }
    if (NOBODY.includes(answer.status) && body.text === undefined) {
      throw new Unreachable();
    }
    if (!answer.ok) {
      throw new NotTaken(body.code ?? UNREACHABLE, body.text);
    }
    return body;
  }
}
