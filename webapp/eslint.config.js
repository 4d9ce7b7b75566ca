// Lint rules of the client: TypeScript's strict set, Angular's, the accessibility of templates, and our own.
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import words from './eslint/words.js';

export default defineConfig([
  globalIgnores(['.angular', 'test-results', 'node_modules']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic, angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'parley', style: 'kebab-case' }],
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/explicit-member-accessibility': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // They talk to whoever runs them.
    files: ['examples/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // The client without a page is of use to others only as long as it needs neither Angular nor the page.
    files: ['src/client/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['@angular/*', 'rxjs', '**/app/**', 'parley-client', 'parley-client/*'] },
      ],
    },
  },
  {
    // What people read stands in the catalogues, in all languages.
    files: ['src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'src/testing/**', 'src/app/words/*.ts', 'src/app/markdown/languages.ts'],
    plugins: { words },
    rules: { 'words/text-in-code': 'error' },
  },
  {
    files: ['**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['src/app/**/*.html'],
    plugins: { words },
    rules: { 'words/text-in-template': 'error' },
  },
]);
