import { expect, test } from './fixtures';

test('the title and the icon of the page tell what waits, and nothing once that is read', async ({ visit }) => {
  const tove = await visit('tove-called');
  const ulf = await visit('ulf-calls');
  const icon = tove.page.locator('link[rel="icon"][type="image/svg+xml"]');
  await tove.open('mail');
  await ulf.open('mail');
  await tove.open('inbox');
  await expect(tove.page).toHaveTitle('#inbox – Parley');
  await expect(icon).toHaveAttribute('href', 'icon.svg');

  await ulf.say('something');
  await expect(tove.page).toHaveTitle('• #inbox – Parley');
  await expect(icon).toHaveAttribute('href', /^data:image\/svg\+xml,.*circle/);
  await ulf.say('@tove-called, for you');
  await ulf.open('@tove-called');
  await ulf.say('and this');
  await ulf.say('and that');
  await expect(tove.page).toHaveTitle('(3) #inbox – Parley');
  await expect(icon).toHaveAttribute('href', /^data:image\/svg\+xml,.*3%3C%2Ftext/);

  await tove.door('mail').click();
  await expect(tove.page).toHaveTitle('(2) #mail – Parley');
  await tove.door('ulf-calls').click();
  await expect(tove.page).toHaveTitle('@ulf-calls – Parley');
  await expect(icon).toHaveAttribute('href', /\/icon\.svg$/);
});
