/** The forms in which a language has a number of things. */
export type Form = Intl.LDMLPluralRule;

/** A message about so many; what else stands in it is given by name. */
export type Plural<P extends string = never> = ((
  count: number,
  ...more: [P] extends [never] ? [] : [Readonly<Record<P, string>>]
) => string) & {
  /** The message in each form of its language. */
  readonly forms: Readonly<Partial<Record<Form, string>>>;
};

/** What a catalogue is written with: messages that depend on how many, or on who. */
export interface Tongue<F extends Form> {
  /** In each of the language's forms, the number at `{n}`, and the rest at its names. */
  plural<P extends string = never>(forms: Readonly<Record<F, string>>): Plural<P>;
  /** What somebody did, or oneself, where nobody is named: `{by}`, and perhaps `{what}`. */
  deed(you: string, other: string): (by: string | undefined, what?: string) => string;
  /** What somebody did to somebody: oneself to `{whom}`, `{by}` to oneself, or `{by}` to `{whom}`. */
  deedTo(yours: string, toYou: string, others: string): (by: string | undefined, whom: string | undefined) => string;
}

/**
 * What to write the catalogue of a language with. `F` are its forms.
 *
 * @param set how what is put into a message stands in it; as it is, if nothing else is said
 */
export function tongue<F extends Form>(tag: string, set = (part: string) => part): Tongue<F> {
  const rules = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  const filled = (text: string, parts: Readonly<Record<string, string>>) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const part = parts[name];
      return part === undefined ? whole : name === 'n' ? part : set(part);
    });
  return {
    plural: (forms) => {
      const message = (count: number, more: Readonly<Record<string, string>> = {}) =>
        filled(forms[rules.select(count) as F], { ...more, n: numbers.format(count) });
      return Object.assign(message, { forms });
    },
    deed:
      (you, other) =>
      (by, what = '') =>
        filled(by === undefined ? you : other, { by: by ?? '', what }),
    deedTo: (yours, toYou, others) => (by, whom) =>
      filled(by === undefined ? yours : whom === undefined ? toYou : others, { by: by ?? '', whom: whom ?? '' }),
  };
}

/** A part of a message by itself: its direction, and that of the words around it, have nothing to do with each other. */
export function isolated(part: string): string {
  return `\u2068${part}\u2069`;
}

/** A message each of whose parts is {@link isolated}. */
export function isolating(texts: TemplateStringsArray, ...parts: readonly string[]): string {
  return texts.reduce((said, text, i) => said + isolated(parts[i - 1] ?? '') + text);
}
