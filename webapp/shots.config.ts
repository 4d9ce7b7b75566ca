import { defineConfig } from '@playwright/test';
import e2e from './playwright.config';

/** Compares the main screens with pictures of them, in e2e/shots; `npm run shots:take` takes these anew. */
export default defineConfig(e2e, {
  testMatch: 'shots.ts',
  snapshotPathTemplate: '{testDir}/shots/{arg}{ext}',
  workers: 1,
  expect: { toHaveScreenshot: { animations: 'disabled', caret: 'hide', maxDiffPixels: 40 } },
});
