import { isOtherVersion } from './parts';

const page = (main: string, styles = 'BVE4YHAQ') =>
  `<link rel="stylesheet" href="styles-${styles}.css"></head><body><script src="${main}" type="module"></script>`;

describe('a page', () => {
  it('is of another version where the server’s begins with another file', () => {
    expect(isOtherVersion(page('main-CJ3DG6FI.js'), page('main-CJ3DG6FI.js'))).toBe(false);
    expect(isOtherVersion(page('main-CJ3DG6FI.js'), page('main-DJ3_G6f-.js'))).toBe(true);
    expect(isOtherVersion(page('main-CJ3DG6FI.js'), page('main-CJ3DG6FI.js', 'AAAAAAAA'))).toBe(true);
  });

  it('is not where the answer is no page of ours, as a proxy’s', () => {
    expect(isOtherVersion(page('main-CJ3DG6FI.js'), '<h1>Sign in</h1>')).toBe(false);
  });

  it('is not while it is served in parts without hashes, as in development', () => {
    expect(isOtherVersion(page('main.js', 'x'), page('main-CJ3DG6FI.js'))).toBe(false);
  });
});
