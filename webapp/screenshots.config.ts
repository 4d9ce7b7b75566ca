import { defineConfig } from '@playwright/test';
import e2e from './playwright.config';

/** Takes the pictures of the documentation, in docs/img. */
export default defineConfig(e2e, { testMatch: 'screenshots.ts' });
