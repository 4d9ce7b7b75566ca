import { expect, Page } from '@playwright/test';
import axe from 'axe-core';

/** What is wrong is looked at so often, so far apart (ms): what is there but for a moment is in nobody's way. */
const LOOKS = 4;
const MOMENT = 250;

/** Has anything fail the test that axe finds to be in somebody's way. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await obstaclesOn(page)).toEqual([]);
}

/**
 * What axe finds to be in somebody's way, once nothing moves. It is put into a page once, and says only what it has to
 * complain of: ten times faster than the wrapper for Playwright, which brings it along each time and has it tell of
 * everything that is well.
 */
export async function obstaclesOn(page: Page): Promise<readonly string[]> {
  let found = await lookAt(page);
  for (let i = 1; i < LOOKS && found.length > 0; i++) {
    await page.waitForTimeout(MOMENT);
    const again = new Set((await lookAt(page)).map(({ where }) => where));
    found = found.filter(({ where }) => again.has(where));
  }
  return found.map(({ where, what }) => `${where}: ${what}`);
}

interface Obstacle {
  /** The rule, and the element. */
  readonly where: string;
  readonly what: string;
}

async function lookAt(page: Page): Promise<readonly Obstacle[]> {
  await standStill(page);
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
  }
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] });
    /**
     * Whether it is a list that one goes through by the keys of the field where one writes: it needs no keyboard of its
     * own. axe knows that of a combobox, which a field of several lines can't be.
     */
    const isLed = (target: string) =>
      document.querySelector(target)?.id === document.activeElement?.getAttribute('aria-controls');
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => id !== 'scrollable-region-focusable' || !isLed(String(target[0])))
        .map(({ target, html, any }) => ({
          where: `${id} at ${String(target)}`,
          what: `${html} ${any[0]?.message ?? ''}`,
        })),
    );
  });
}

/** Waits until nothing moves any more: what is just coming in, or is about to, is still paler than it will be. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () =>
      document
        .getAnimations()
        .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    const drawn = () => new Promise((done) => requestAnimationFrame(done));
    do {
      await Promise.allSettled(moving().map(({ finished }) => finished));
      await drawn();
      await drawn();
    } while (moving().length > 0);
  });
}
