import { expect, test } from './fixtures';
import { Server } from './server';

for (const context of ['/', '/a/b']) {
  test.describe(`at ${context}`, { tag: context === '/' ? '@full' : [] }, () => {
    let own: Server;

    test.beforeAll(async () => {
      own = await Server.at(context);
    });

    test.afterAll(async () => {
      await own.close();
    });

    test('a link leads into a room, and a reload stays there', async ({ visit }) => {
      const ann = await visit('ann', `${own.url()}#/r/tea`);
      await expect(ann.page.getByRole('heading', { level: 1 })).toHaveText('#tea');
      await ann.say('kettle is on');
      await expect(ann.pending).toHaveCount(0);
      await ann.page.reload();
      await expect(ann.page.getByRole('heading', { level: 1 })).toHaveText('#tea');
      await expect(ann.lines).toHaveText(['kettle is on']);
      await expect(ann.people).toHaveText(['ann']);
    });

    test('a link leads to a person', async ({ visit }) => {
      const cat = await visit('cat', own.url());
      const dan = await visit('dan', `${own.url()}#/p/cat`);
      await dan.say('for you alone');
      await cat.door('dan').click();
      await expect(cat.lines).toHaveText(['for you alone']);
    });

    test('back leads to the place before', async ({ visit }) => {
      const eve = await visit('eve', `${own.url()}#/r/tea`);
      await eve.open('cake');
      await eve.page.goBack();
      await expect(eve.page.getByRole('heading', { level: 1 })).toHaveText('#tea');
    });
  });
}

test('what was unread stays unread over a reload', async ({ visit }) => {
  const fay = await visit('faye');
  const gil = await visit('gilbert');
  await fay.open('post');
  await expect(fay.composer).toBeVisible();
  await fay.open('lobby');
  await gil.open('post');
  await gil.say('a letter');
  await expect(fay.door('post')).toContainText('new message');
  await fay.page.reload();
  await expect(fay.door('post')).toContainText('new message');
  await fay.door('post').click();
  await expect(fay.page.locator('.new')).toBeVisible();
  await expect(fay.door('post')).not.toContainText('new message');
});
