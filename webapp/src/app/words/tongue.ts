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

/** What to write the catalogue of a language with. `F` are its forms. */
export function tongue<F extends Form>(tag: string): Tongue<F> {
  const rules = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
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

/** What is put in is not looked at again: it may have braces of its own. */
function filled(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
