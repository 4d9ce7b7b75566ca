import { badged } from './badge';

const ICON = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>';
const drawn = (badge: Parameters<typeof badged>[1]) =>
  new DOMParser().parseFromString(decodeURIComponent(badged(ICON, badge).split(',')[1]!), 'image/svg+xml');

describe('the badge of the icon', () => {
  it('is a small number, or a dot', () => {
    expect(drawn(3).querySelector('text')?.textContent).toBe('3');
    expect(drawn(12).querySelector('text')?.textContent).toBe('9+');
    expect(drawn('dot').querySelector('circle')).not.toBeNull();
  });
});
