import { isQuiet, quietNote, quietOf } from './quiet';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00`);

describe('quiet hours', () => {
  it('last from one time to the other, the end not included', () => {
    const noon = quietOf('12:00-13:30');
    expect(['11:59', '12:00', '13:29', '13:30'].map((clock) => isQuiet(noon, at(clock)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('go over midnight where they begin later than they end', () => {
    const night = quietOf('22:00-07:00');
    expect(['21:59', '22:00', '00:00', '06:59', '07:00'].map((clock) => isQuiet(night, at(clock)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('are none where the note tells none', () => {
    expect(quietOf(undefined)).toBeUndefined();
    expect(quietOf('25:00-07:00')).toBeUndefined();
    expect(isQuiet(undefined, at('03:00'))).toBe(false);
    expect(quietNote('22:00', '')).toBeUndefined();
    expect(quietNote('22:00', '22:00')).toBeUndefined();
    expect(quietNote('22:00', '07:00')).toBe('22:00-07:00');
  });
});
