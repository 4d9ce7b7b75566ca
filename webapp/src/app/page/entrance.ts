import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  ElementRef,
  inject,
  output,
  outputBinding,
  signal,
  viewChild,
  ViewContainerRef,
} from '@angular/core';
import { Kept } from '../chat/kept';
import { nameTyped } from 'parley-client/state/place';
import { Me, NotTaken, WhoAmI } from '../me/me';
import { Icon } from './icon';
import { Lazy } from './lazy';
import { Mark } from './mark';
import { WORDS } from '../words/speech';
import { nameRefusalText } from '../words/refusal';
import { Reason } from 'parley-client/message/message';

/** How the page came to be opened anew, as its history tells. */
export interface Farewell {
  readonly hasSignedOut: true;
}

/** Where somebody whom the server does not know yet chooses a name. */
@Component({
  selector: 'parley-entrance',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Mark],
  templateUrl: './entrance.html',
})
export class Entrance {
  private readonly whoAmI = inject(WhoAmI);
  private readonly kept = inject(Kept);

  private readonly settings = new Lazy(() => import('../settings/settings').then(({ Settings }) => Settings));
  private readonly dialogs = viewChild.required('dialogs', { read: ViewContainerRef });
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  /** The server has taken the name. */
  readonly entered = output<Me>();

  protected readonly words = inject(WORDS);
  protected readonly hasSignedOut = hasSignedOut(inject(DOCUMENT).defaultView?.history.state);
  protected readonly remembered = this.rememberedName();
  protected readonly refusal = signal<Reason | undefined>(undefined);
  protected readonly refusalText = computed(() => {
    const why = this.refusal();
    return why && nameRefusalText(why, this.words());
  });
  protected readonly busy = signal(false);

  constructor() {
    afterNextRender(() => {
      this.field().nativeElement.focus();
    });
  }

  /** Asks how the page is to be. */
  protected adjust(): void {
    void this.settings.show(this.dialogs(), (close) => [outputBinding('closed', close)]);
  }

  protected async enter(event: Event, field: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const name = nameTyped(field.value);
    if (!name || this.busy()) {
      field.focus();
      return;
    }
    this.busy.set(true);
    this.refusal.set(undefined);
    try {
      const me = await this.whoAmI.choose(name);
      this.kept.write('name', name);
      this.entered.emit(me);
    } catch (e) {
      if (!(e instanceof NotTaken)) {
        throw e;
      }
      this.refusal.set(e);
      field.focus();
    } finally {
      this.busy.set(false);
    }
  }

  private rememberedName(): string {
    const name = this.kept.read('name');
    return typeof name === 'string' ? name : '';
  }
}

function hasSignedOut(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'hasSignedOut' in state && state.hasSignedOut === true;
}
