import { TestBed } from '@angular/core/testing';
import { ServerMessage } from 'parley-client/message/message';
import { Store } from '../app/chat/store';
import { BROWSER, WORLD } from '../app/chat/world';
import { FakeBrowser } from './fake-browser';
import { FakeWorld } from './fake-line';
import { ANN } from './frames';
import { IN_ENGLISH } from './in-english';

/** What components of ann's page stand on once the server has let her in and said these: its world and browser belong to the test. */
export function arrived(...heard: readonly ServerMessage[]) {
  const [world, browser] = [new FakeWorld(), new FakeBrowser()];
  TestBed.configureTestingModule({
    providers: [...IN_ENGLISH, { provide: WORLD, useValue: world }, { provide: BROWSER, useValue: browser.open() }],
  });
  const store = TestBed.inject(Store);
  store.start(ANN);
  browser.settle();
  world.line.accept();
  world.line.says(...heard);
  return { world, browser, store };
}
