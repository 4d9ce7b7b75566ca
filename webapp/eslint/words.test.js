import angular from 'angular-eslint';
import { RuleTester } from 'eslint';
import { describe, it } from 'node:test';
import tseslint from 'typescript-eslint';
import words from './words.js';

RuleTester.describe = describe;
RuleTester.it = it;

const { 'text-in-code': textInCode, 'text-in-template': textInTemplate } = words.rules;
const errors = [{ messageId: 'text' }];
const bad = (code) => ({ code, errors });

new RuleTester({ languageOptions: { parser: tseslint.parser } }).run('text in code', textInCode, {
  valid: [
    "import { a } from 'Some where';",
    "const kind: 'Rooms' | 'two words' = kindOf('rooms');",
    "if (key === 'Enter' || 'Notification' in window || state === 'two words') {}",
    "switch (key) { case 'Two words': }",
    "const step = { ArrowDown: 1 }[key] ?? other['Two words'];",
    "keys.includes('ArrowUp');",
    "throw new TypeError('no network here');",
    "new InjectionToken('what a session needs');",
    "document.querySelector('input, textarea, select').closest('main article');",
    'const key = `happening ${seq}`;',
    "const id = 'composer-offers'; const path = 'M4 7h16M4 12h10'; const media = '(hover: none) and (pointer: coarse)';",
    'const svg = \'<circle cx="51" fill="#fff" stroke="#000"/>\'; a.rel = \'noopener noreferrer\';',
    "const header = { 'Content-Type': 'application/json' };",
    "@Component({ selector: 'parley-x', template: '<p>Some text</p>', host: { '(keydown)': 'pressed($event, true) and more' } }) class X {}",
  ],
  invalid: [
    bad("const text = 'not sent yet';"),
    bad("const text = 'Close';"),
    bad("const text = 'Try again';"),
    bad("show(isOn ? 'It is on' : '');"),
    bad('const text = `Leave ${room}`;'),
    bad('const text = `${count} new messages`;'),
    bad("const LOOKS = { pin: { icon: 'pin', text: 'Pin' } };"),
    bad("@Component({ host: { 'aria-label': 'message' } }) class X {}"),
    bad("button.textContent = 'Zurück zu allem';"),
  ],
});

new RuleTester({ languageOptions: { parser: angular.templateParser } }).run('text in a template', textInTemplate, {
  valid: [
    '<p class="title" id="some id">{{ words().common.close }} · 3</p>',
    '<span class="wordmark">Parley</span>',
    '<kbd>&#64;</kbd> <kbd>#</kbd>',
    '<input [attr.aria-label]="words().x" [placeholder]="isShort() ? words().a : words().b" [class.a]="x === \'b\'" />',
    "<p>{{ kind() === 'person' ? words().a : '' }}</p>",
    "<parley-icon name=\"menu\" /> <p [id]=\"'find-' + i\">{{ '(' + n() + ')' }}</p>",
    "@switch (now()) { @case ('some text') { <p>{{ words().x }}</p> } }",
  ],
  invalid: [
    bad('<p>Close</p>'),
    bad('@if (a) { <b>and</b> }'),
    bad('<p>{{ n() }} more</p>'),
    bad("<p>{{ isOn() ? 'on' : '' }}</p>"),
    bad("<p>{{ (name() ?? 'somebody') + '!' }}</p>"),
    bad('<p>{{ `${n()} more` }}</p>'),
    bad('<button aria-label="Close"></button>'),
    bad('<input placeholder="Your name" />'),
    bad('<img alt="A cat" />'),
    bad('<button [attr.aria-label]="\'Leave \' + room()"></button>'),
    bad('<button title="Leave {{ room() }}"></button>'),
    bad('<input [placeholder]="\'Message \' + label()" />'),
    bad('<parley-x label="Some label" />'),
    bad("<p>{{ 'rooms' | upper }}</p>"),
  ],
});
