import { expect, Page } from '@playwright/test';
import axe from 'axe-core';

/** Has anything fail the test that axe finds to be in somebody's way. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await obstaclesOn(page)).toEqual([]);
}

/**
 * What axe finds to be in somebody's way. It is put into a page once, and says only what it has to complain of: ten times
 * faster than its own way, which brings it along each time and has it tell of everything that is well.
 */
export async function obstaclesOn(page: Page): Promise<readonly string[]> {
  // what is just coming in is still paler than it will be
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished),
    ).then(() => undefined),
  );
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
        .map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`),
    );
  });
}
