import { Coming } from './coming';

describe('what is coming', () => {
  it('is loaded once, when it is first wanted', async () => {
    let loads = 0;
    const part = new Coming(() => {
      loads++;
      return Promise.resolve('it');
    });
    expect(part.value()).toBeUndefined();
    await Promise.all([part.prepare(), part.prepare()]);
    expect(part.value()).toBe('it');
    expect(loads).toBe(1);
  });

  it('is asked for again where nobody answered', async () => {
    const answers = [Promise.reject(new TypeError('away')), Promise.resolve('it')];
    const part = new Coming(() => answers.shift() ?? Promise.resolve('it'));
    await part.prepare();
    expect(part.value()).toBeUndefined();
    await part.prepare();
    expect(part.value()).toBe('it');
  });

  it('fails aloud where it is broken', async () => {
    const part = new Coming(() => Promise.reject(new RangeError('broken')));
    await expect(part.prepare()).rejects.toThrow('broken');
  });
});
