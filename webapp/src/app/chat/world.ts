import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { Browser, browserOf } from 'parley-client/outbox/browser';
import { Early } from '../me/early';
import { socketUrl, World, worldOf } from 'parley-client/socket/socket';

/** The world that the page is in. */
export const WORLD = new InjectionToken<World>('what a session needs of the world', {
  factory: () => {
    const [world, early] = [worldOf(socketUrl(inject(DOCUMENT).baseURI)), inject(Early)];
    return { ...world, open: () => early.line() ?? world.open() };
  },
});

/** The browser that it is shown by. */
export const BROWSER = new InjectionToken<Browser>('what a session needs of the browser', {
  factory: () => browserOf(inject(DOCUMENT), inject(WORLD).clock),
});
