import { defineConfig } from '@playwright/test';
import { browser } from './e2e/browser';

export default defineConfig({
  testDir: './e2e',
  outputDir: '../target/e2e',
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['junit', { outputFile: '../target/browser-reports/TEST-browser.xml' }]],
  use: {
    launchOptions: await browser(),
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    serviceWorkers: 'block', // else each new browser keeps all files of the page first
  },
});
