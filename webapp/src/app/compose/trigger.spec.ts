import { triggerAt } from './trigger';

/** What is found in the text with a `|` at the cursor, as it is written. */
const found = (marked: string) => {
  const trigger = triggerAt(marked.replace('|', ''), marked.indexOf('|'));
  return trigger && `${trigger.start} ${trigger.sign}${trigger.query}`;
};

describe('a word to complete', () => {
  it('begins with its sign, at the start or after a space', () => {
    expect(found('@|')).toBe('0 @');
    expect(found('hello @an|')).toBe('6 @an');
    expect(found('see\n#te|')).toBe('4 #te');
    expect(found('well :ta|')).toBe('5 :ta');
    expect(found('hello @Jürgen-1.b|')).toBe('6 @Jürgen-1.b');
  });

  it('may stand in brackets, quotes and emphasis', () => {
    expect(found('(@an|')).toBe('1 @an');
    expect(found('**@an|')).toBe('2 @an');
  });

  it('is none within another word', () => {
    expect(found('a@b|')).toBeUndefined();
    expect(found('12:30|')).toBeUndefined();
    expect(found('at :30|')).toBeUndefined();
    expect(found('C#|')).toBeUndefined();
    expect(found('https://example.org/#a|')).toBeUndefined();
    expect(found('@an|n')).toBeUndefined();
  });

  it('ends where something else begins', () => {
    expect(found('@ann |')).toBeUndefined();
    expect(found('@ann, |')).toBeUndefined();
    expect(found('# |')).toBeUndefined();
  });

  it('is none in code', () => {
    expect(found('`@an|')).toBeUndefined();
    expect(found('```\n @an|')).toBeUndefined();
  });

  it('is an emoji only from two letters on, as many a sentence has a colon', () => {
    expect(found('so :|')).toBeUndefined();
    expect(found('so :d|')).toBeUndefined();
    expect(found('so :do|')).toBe('3 :do');
    expect(found(':+1|')).toBe('0 :+1');
  });

  it('is a command only where the text begins', () => {
    expect(found('/|')).toBe('0 /');
    expect(found('/to|')).toBe('0 /to');
    expect(found('//|')).toBeUndefined();
    expect(found('and /to|')).toBeUndefined();
    expect(found('/topic a|')).toBeUndefined();
  });
});
