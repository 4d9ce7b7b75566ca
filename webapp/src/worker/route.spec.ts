import { routeOf } from './route';

const FILES = new Set(['', 'main-CJ3DG6FI.js', 'icon.svg', 'manifest.webmanifest']);
const ask = (url: string, more = {}) => ({ method: 'GET', isVisit: false, url, ...more });

describe.each(['https://chat.test/', 'https://chat.test/a/b/'])('the worker at %s', (folder) => {
  const route = (name: string, more = {}) => routeOf(ask(folder + name, more), folder, FILES);

  it('hands out the page, wherever in it somebody goes', () => {
    expect(route('', { isVisit: true })).toBe('page');
    expect(route('?utm=1#/r/tea', { isVisit: true })).toBe('page');
    expect(route('index.html', { isVisit: true })).toBe('page');
  });

  it('hands out files whose names tell their content, of whichever version', () => {
    expect(route('main-CJ3DG6FI.js')).toBe('frozen');
    expect(route('chunk-C9yOwMO6.js')).toBe('frozen');
    expect(route('chunk-x5b8br-Q.js')).toBe('frozen');
    expect(route('media/newsreader-latin-wght-normal-EV75YY3I.woff2')).toBe('frozen');
  });

  it('hands out the other files of its version', () => {
    expect(route('icon.svg')).toBe('own');
    expect(route('manifest.webmanifest')).toBe('own');
  });

  it.each([
    'ws',
    'me',
    'check?origin=x',
    'health/live',
    'nothing',
    'worker.js',
    'other/',
    'other/main-CJ3DG6FI.js',
    'other/icon.svg',
  ])('leaves %s alone', (name) => {
    expect(route(name)).toBe('pass');
    expect(route(name, { isVisit: true })).toBe('pass');
  });

  it('leaves alone what is not read but sent', () => {
    expect(route('', { isVisit: true, method: 'POST' })).toBe('pass');
  });

  it('asks the server for the page where a script wants to know whether there is a newer one', () => {
    expect(route('')).toBe('pass');
  });
});

describe('the worker of a page in a folder', () => {
  it('leaves alone what lies above, or beside it', () => {
    const folder = 'https://chat.test/a/b/';
    for (const url of [
      'https://chat.test/',
      'https://chat.test/a/',
      'https://chat.test/a/bc/icon.svg',
      'https://elsewhere.test/a/b/',
    ]) {
      expect(routeOf(ask(url, { isVisit: true }), folder, FILES)).toBe('pass');
    }
  });
});
