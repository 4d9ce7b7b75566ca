import { chromium } from '@playwright/test';
import { browser } from './browser';
import { expect, test } from './fixtures';
import { Visitor } from './visitor';

test('all of it works over plain http on a host that is not localhost', async ({ server, watch, visit }) => {
  const options = await browser();
  const args = [...options.args, '--host-resolver-rules=MAP chat.test 127.0.0.1'];
  const foreign = await chromium.launch({ ...options, args });
  try {
    const page = await foreign.newPage();
    watch(page);
    const tom = new Visitor(page, 'tom');
    await tom.comeIn(`${server.url('chat.test')}#/r/market`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    const uma = await visit('uma', `${server.url()}#/r/market`);
    await tom.say('apples');
    await expect(uma.lines).toHaveText(['apples']);
    await uma.say('pears');
    await expect(tom.lines).toHaveText(['apples', 'pears']);
    await page.reload();
    await expect(tom.lines).toHaveText(['apples', 'pears']);
  } finally {
    await foreign.close();
  }
});
