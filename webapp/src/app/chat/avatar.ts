import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Person } from 'parley-client/message/message';

/** How many colours there are; each is a token of the style sheets. */
const HUES = 10;

/** The colour of somebody, by their id: it stays when the name changes. */
export function hueOf(id: string): number {
  let sum = 7;
  for (const character of id) {
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  }
  return sum % HUES;
}

/** Up to two letters for a name: of its first two words, or its first two. */
export function initialsOf(name: string): string {
  const words = name.split(/[-_.]+/).filter((word) => word);
  const letters = words.length > 1 ? words.slice(0, 2).map(first).join('') : [...(words[0] ?? '')].slice(0, 2).join('');
  return letters.toLocaleUpperCase();
}

function first(word: string): string {
  return [...word][0] ?? '';
}

/** The face of somebody who has none: initials on a colour. A guest's has a broken edge. Beside the name, it is decoration. */
@Component({
  selector: 'parley-avatar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    'aria-hidden': 'true',
    '[attr.data-hue]': 'hue()',
    '[class.guest]': 'person().guest',
    '[class.here]': 'here()',
  },
  template: `<span>{{ initials() }}</span>`,
})
export class Avatar {
  readonly person = input.required<Person>();
  /** Whether to show that they are here now. */
  readonly here = input(false);
  protected readonly hue = computed(() => hueOf(this.person().id));
  protected readonly initials = computed(() => initialsOf(this.person().name));
}
