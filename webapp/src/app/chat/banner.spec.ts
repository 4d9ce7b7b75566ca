import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Link } from 'parley-client/socket/socket';
import { BannerHarness } from '../../testing/banner.harness';
import { english } from '../../testing/english';
import { FakeWorld } from '../../testing/fake-line';
import { IN_ENGLISH } from '../../testing/in-english';
import { Banner } from './banner';
import { Saying, sayingOf, Standing } from './states';
import { WORLD } from './world';

const WELL: Standing = {
  link: { is: 'open' },
  ready: true,
  whyClosed: undefined,
  hold: undefined,
  isOnline: true,
  complaint: undefined,
  isOutdated: false,
};

describe('the banner', () => {
  let world: FakeWorld;
  let saying: ReturnType<typeof signal<Saying | undefined>>;
  let done: string[];
  let fixture: ComponentFixture<Banner>;
  let banner: BannerHarness;

  const show = (standing: Partial<Standing>) => {
    saying.set(sayingOf({ ...WELL, ready: standing.link === undefined, ...standing }, english));
  };
  const waiting = (failures: number, seconds = 60): Link => ({
    is: 'waiting',
    failures,
    until: world.clock.now() + seconds * 1_000,
    code: 1006,
  });

  beforeEach(async () => {
    [world, saying, done] = [new FakeWorld(), signal<Saying | undefined>(undefined), []];
    TestBed.configureTestingModule({ providers: [...IN_ENGLISH, { provide: WORLD, useValue: world }] });
    fixture = TestBed.createComponent(Banner, {
      bindings: [
        inputBinding('saying', saying),
        outputBinding('act', () => done.push('act')),
        outputBinding('put', () => done.push('put off')),
      ],
    });
    banner = await TestbedHarnessEnvironment.harnessForFixture(fixture, BannerHarness);
  });

  it('says nothing while all is well', async () => {
    show({});
    expect(await banner.says()).toBeUndefined();
    expect(await banner.names()).toEqual([]);
  });

  it.each<[string, () => Partial<Standing>, string, string, readonly string[]]>([
    ['a lost connection', () => ({ link: waiting(1) }), english.banner.lost, 'passing', []],
    ['one that stays lost', () => ({ link: waiting(3) }), english.banner.kept, 'wrong', ['Try now']],
    [
      'no network',
      () => ({ link: waiting(1), isOnline: false }),
      'You are offline. What you write is kept, and sent once you are back.',
      'note',
      ['Try now'],
    ],
    [
      'a server that closed it for good',
      () => ({ link: { is: 'ended', code: 4999 } }),
      'The server closed the connection.',
      'wrong',
      ['Connect again'],
    ],
    [
      'somebody who has to sign in',
      () => ({ link: waiting(1), whyClosed: { code: 'sign_in', text: '' } }),
      english.banner.signedOff,
      'wrong',
      ['Sign in'],
    ],
    ['haste', () => ({ hold: { code: 'slow_down', until: 9_000 } }), english.banner.tooFast, 'passing', []],
    [
      'something that could not be done',
      () => ({ complaint: { is: 'lost' } }),
      english.banner.lostMessage,
      'wrong',
      ['OK'],
    ],
    ['a new version', () => ({ isOutdated: true }), 'There is a new version of Parley.', 'note', ['Later', 'Reload']],
  ])('says what is the matter, and what can be done: %s', async (_, standing, text, tone, buttons) => {
    show(standing());
    expect(await banner.says()).toBe(text);
    expect(await banner.tone()).toBe(tone);
    expect(await banner.names()).toEqual(buttons);
    expect(await banner.isReadOut()).toBe(true);
  });

  it('does what its buttons say', async () => {
    show({ isOutdated: true });
    await banner.click('Reload');
    expect(done).toEqual(['act']);
    await banner.click('Later');
    expect(done).toEqual(['act', 'put off']);
  });

  it('counts the seconds down, but the last one', async () => {
    show({ link: waiting(3, 3) });
    expect(await banner.left()).toBe('3 s');
    world.clock.pass(1_000);
    expect(await banner.left()).toBe('2 s');
    world.clock.pass(1_000);
    expect(await banner.left()).toBeUndefined();
    world.clock.pass(1_000);
    expect(world.clock.waiting).toBe(0);
  });

  it('counts anew for what it says next, and not at all for what does not go on by itself', async () => {
    show({ link: waiting(3, 9) });
    expect(await banner.left()).toBe('9 s');
    show({ link: waiting(4, 20) });
    expect(await banner.left()).toBe('20 s');
    expect(world.clock.waiting).toBe(1);
    show({ complaint: { is: 'lost' } });
    expect(await banner.left()).toBeUndefined();
    expect(world.clock.waiting).toBe(0);
  });

  it('counts no more once it is gone', async () => {
    show({ link: waiting(3, 9) });
    expect(await banner.left()).toBe('9 s');
    fixture.destroy();
    expect(world.clock.waiting).toBe(0);
  });
});
