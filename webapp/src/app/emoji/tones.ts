/** The tones of skin, by number: 0 is the yellow that an emoji has by itself. */
export const TONES = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const;

/** The signs that may have a tone; not the hands that people hold each other by. */
const BASE = /((?!(?<=\u200D)🤝)\p{Emoji_Modifier_Base})\uFE0F?/gu;
/** More people than these have no tones of their own. */
const MOST = 2;

/** Whether an emoji may have a tone; families have none. */
export function isToned({ emoji, description }: { readonly emoji: string; readonly description: string }): boolean {
  const bases = emoji.match(BASE)?.length ?? 0;
  return bases > 0 && bases <= MOST && !description.startsWith('family');
}

/** An emoji that may have a tone, with this one. */
export function toned(emoji: string, tone: number): string {
  const sign = TONES[tone] ?? '';
  return sign ? emoji.replace(BASE, `$1${sign}`) : emoji;
}

/** An emoji as it is without a tone. */
export function untoned(emoji: string): string {
  return emoji.replace(/\p{Emoji_Modifier}/gu, '');
}

/** The tone that a note tells; 0 where it tells none. */
export function toneOf(note: string | undefined): number {
  const tone = Number(note);
  return TONES[tone] === undefined ? 0 : tone;
}
