import { isolated, isolating, tongue } from './tongue';

describe('a tongue', () => {
  const { plural, deed, deedTo } = tongue<'one' | 'few' | 'many' | 'other'>('pl');

  it('has a form for each number, and writes it as the language does', () => {
    const files = plural({ one: '{n} plik', few: '{n} pliki', many: '{n} plików', other: '{n} pliku' });
    expect([1, 3, 5, 22, 12_345].map((count) => files(count))).toEqual([
      '1 plik',
      '3 pliki',
      '5 plików',
      '22 pliki',
      '12\u00a0345 plików',
    ]);
  });

  it('looks at what is put in no further', () => {
    const came = plural<'names'>({ one: '{names} ({n})', few: '', many: '', other: '' });
    expect(came(1, { names: '{n}' })).toBe('{n} (1)');
    expect(deed('', '{by}: {what}')('{what}', '$&')).toBe('{what}: $&');
  });

  it('tells who did what to whom, and what one did oneself', () => {
    const invited = deedTo('You invited {whom}', '{by} invited you', '{by} invited {whom}');
    expect(invited(undefined, 'bob')).toBe('You invited bob');
    expect(invited('ann', undefined)).toBe('ann invited you');
    expect(invited('ann', 'bob')).toBe('ann invited bob');
  });

  it('isolates what is put in, where names are written in the other direction', () => {
    const { deed: done } = tongue<'other'>('ja', isolated);
    expect(done('', '{by} joined')('ann')).toBe('\u2068ann\u2069 joined');
    expect(isolating`a ${'#b'} c ${'d'}`).toBe('a \u2068#b\u2069 c \u2068d\u2069');
  });
});
