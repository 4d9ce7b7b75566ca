import { en } from './en';
import { later } from './en-later';
import { LANGUAGES } from './languages';
import { Form, Plural } from './tongue';

type Message = string | Plural<string> | ((...parts: unknown[]) => string);
interface Texts {
  readonly [name: string]: Message | Texts;
}

/** Every message of a catalogue by its path, as `rooms.label`. */
function messagesOf(texts: Texts, path = ''): (readonly [string, Message])[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' || typeof text === 'function'
      ? [[path + name, text] as const]
      : messagesOf(text, `${path}${name}.`),
  );
}

const isPlural = (message: Message): message is Plural<string> => typeof message === 'function' && 'forms' in message;

/** What a message says: of one and of many, of somebody, of oneself and to oneself. */
function said(message: Message): readonly string[] {
  if (typeof message === 'string') {
    return [message];
  }
  if (isPlural(message)) {
    return [0, 1, 2, 3, 5, 11, 100, 1_000_000].map((count) => message(count, { names: '<names>' }));
  }
  return [message('<1>', '<2>'), message(undefined, '<2>'), message('<1>')];
}

/** The parts that were put into a message, wherever it has them. */
const partsIn = (texts: readonly string[]) => texts.map((text) => (text.match(/<\w+>/g) ?? []).sort().join(' '));

describe.each(LANGUAGES.map((language) => [language.tag, language] as const))(
  'the catalogue of %s',
  (tag, language) => {
    let messages: (readonly [string, Message])[];
    const english = new Map(messagesOf({ ...en, ...later } as unknown as Texts));

    beforeAll(async () => {
      messages = messagesOf({ ...(tag === 'en' ? later : {}), ...(await language.load()) } as unknown as Texts);
    });

    it('has every message of the English one, and nothing more', () => {
      expect(messages.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    });

    it('has all forms of its language for what is counted', () => {
      const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
      const plurals = messages.flatMap(([path, message]) =>
        isPlural(message) ? [[path, message.forms] as const] : [],
      );
      expect(plurals.length).toBeGreaterThan(10);
      for (const [path, own] of plurals) {
        expect([path, Object.keys(own).sort()]).toEqual([path, [...forms].sort()]);
      }
    });

    it('tells how many, where its forms don’t', () => {
      const told = new Set<Form>(['few', 'many', 'other']);
      for (const [path, message] of messages) {
        if (isPlural(message) && message.forms.other?.includes('{n}')) {
          for (const [form, text] of Object.entries(message.forms)) {
            expect([path, form, told.has(form as Form) && !text.includes('{n}')]).toEqual([path, form, false]);
          }
        }
      }
    });

    it('says everything that it is given, and leaves no hole', () => {
      for (const [path, message] of messages) {
        const texts = said(message);
        expect([path, partsIn(texts)]).toEqual([path, partsIn(said(english.get(path)!))]);
        expect([path, texts.filter((text) => /[{}]/.test(text))]).toEqual([path, []]);
      }
    });

    it('is silent only where English is', () => {
      const empty = messages.filter(([, message]) => message === '').map(([path]) => path);
      expect(empty).toEqual([...english].filter(([, message]) => message === '').map(([path]) => path));
    });

    it('is its own language', () => {
      const texts = messages.flatMap(([path, message]) => said(message).map((text, i) => [path, text, i] as const));
      const same = texts.filter(([path, text, i]) => said(english.get(path)!)[i] === text);
      expect(same.length / texts.length < 0.12).toBe(tag !== 'en');
    });
  },
);
