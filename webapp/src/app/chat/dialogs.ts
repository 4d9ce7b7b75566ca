import { Binding, DOCUMENT, inject, inputBinding, outputBinding, Signal, Type, ViewContainerRef } from '@angular/core';
import { Person, RoomId } from 'parley-client/message/message';
import { Place } from 'parley-client/state/place';
import { Lazy } from '../page/lazy';
import type { Grave } from '../rooms/confirming';

/** Where the dialogs are shown, and what they lead to. */
export interface Stage {
  readonly here: Signal<ViewContainerRef>;
  /** Somebody wants to go to a place. */
  visit(place: Place): void;
  /** Somebody wants to leave a room. */
  leave(place: Place): void;
}

/** The dialogs of the chat: loaded when there is time for it, shown when they are wanted. To be made in an injection context. */
export class Dialogs {
  private readonly document = inject(DOCUMENT);
  private readonly making = this.soon(() => import('../rooms/making').then(({ Making }) => Making));
  private readonly browsing = this.soon(() => import('../rooms/browsing').then(({ Browsing }) => Browsing));
  private readonly details = this.soon(() => import('../rooms/details').then(({ Details }) => Details));
  private readonly inviting = this.soon(() => import('../rooms/inviting').then(({ Inviting }) => Inviting));
  private readonly confirming = this.soon(() => import('../rooms/confirming').then(({ Confirming }) => Confirming));
  private readonly notifying = this.soon(() => import('./notifying').then(({ Notifying }) => Notifying));
  private readonly dating = this.soon(() => import('./dating').then(({ Dating }) => Dating));
  private readonly renaming = this.soon(() => import('./renaming').then(({ Renaming }) => Renaming));
  private readonly signingOut = this.soon(() => import('./signing-out').then(({ SigningOut }) => SigningOut));

  constructor(private readonly stage: Stage) {}

  /** Looks through the public rooms. */
  browse(): void {
    this.show(this.browsing, this.leading());
  }

  /** Begins a room or a conversation. */
  make(): void {
    this.show(this.making, this.leading());
  }

  /** Shows what the room at a place is, and who is in it. */
  detail(id: RoomId, place: Place): void {
    this.show(this.details, [
      inputBinding('id', () => id),
      outputBinding('leave', () => {
        this.stage.leave(place);
      }),
    ]);
  }

  /** Asks a person into rooms. */
  invite(person: Person): void {
    this.show(this.inviting, [inputBinding('person', () => person)]);
  }

  /** Does something grave only if it is really wanted. */
  confirm(what: Grave, then: () => void): void {
    this.show(this.confirming, [inputBinding('what', () => what), outputBinding('confirmed', then)]);
  }

  /** Asks whether, and when, to tell of messages. */
  notify(): void {
    this.show(this.notifying);
  }

  /** Asks for the day from which on to read. */
  date(): void {
    this.show(this.dating);
  }

  /** Asks for another name. */
  rename(): void {
    this.show(this.renaming);
  }

  /** Signs out, if it is really wanted. */
  signOut(): void {
    this.show(this.signingOut);
  }

  /** Closes what is open: somebody goes elsewhere. */
  close(): void {
    this.document.querySelectorAll<HTMLDialogElement>('dialog[open]').forEach((dialog) => {
      dialog.close();
    });
  }

  private leading(): Binding[] {
    return [
      outputBinding<Place>('visit', (place) => {
        this.stage.visit(place);
      }),
    ];
  }

  private show<C>(dialog: Lazy<C>, bindings: Binding[] = []): void {
    void dialog.show(this.stage.here(), (close) => [...bindings, outputBinding('closed', close)]);
  }

  private soon<C>(load: () => Promise<Type<C>>): Lazy<C> {
    const dialog = new Lazy(load);
    dialog.prepare(this.document.defaultView);
    return dialog;
  }
}
