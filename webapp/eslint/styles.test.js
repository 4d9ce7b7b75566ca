import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../src/styles/', import.meta.url);
const sheets = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);

/** What would stay where it is in a language that is read from right to left. */
const PHYSICAL =
  /(^|[\s;{])((margin|padding|border|inset)-(left|right)\b|(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right))/;
/** Shorthands whose second and fourth value are right and left. */
const FOUR_SIDES = /(^|\s)(margin|padding|inset)\s*:\s*([^;]+);/;

/** The values of a shorthand; what stands in brackets is one. */
function sidesOf(values) {
  let depth = 0;
  return [...values]
    .reduce((text, letter) => {
      depth += Number(letter === '(') - Number(letter === ')');
      return text + (depth && letter === ' ' ? '_' : letter);
    }, '')
    .split(' ')
    .filter((value) => value);
}

test('sheets say start and end, so that the page can be read from right to left', () => {
  for (const [name, text] of sheets) {
    text.split('\n').forEach((line, i) => {
      const isAligned = name === 'base.css' && /text-align: (left|right)/.test(line); // of names, which have their own direction
      assert.ok(isAligned || !PHYSICAL.test(line), `${name}:${i + 1} ${line.trim()}`);
      const sides = sidesOf(FOUR_SIDES.exec(line)?.[3] ?? '');
      assert.ok(sides.length < 4 || sides[1] === sides[3], `${name}:${i + 1} ${line.trim()}`);
    });
  }
});

/** The tokens of a sheet, for light and for dark. */
function tokensOf(name) {
  const text = sheets.find(([other]) => other === name)[1];
  const pairs = [...text.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/g)];
  return new Map(pairs.map(([, token, light, dark]) => [token, { light, dark }]));
}

function luminance(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [red, green, blue] = digits.map((two) => {
    const part = parseInt(two, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const HUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const READ = [
  ...['paper', 'sheet', 'raised', 'tint', 'own'].flatMap((field) => [
    ['ink', field],
    ['ink-soft', field],
    ['accent', field],
  ]),
  ...['paper', 'sheet', 'raised'].map((field) => ['ink-faint', field]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'bad'],
  ['bad', 'sheet'],
  ['bad', 'raised'],
  ['bad', 'bad-tint'],
  ['note-ink', 'note-tint'],
  ...HUES.map((hue) => [`hue-${hue}-ink`, `hue-${hue}-field`]),
];

for (const [look, names, least] of [
  ['usual', ['tokens.css'], 4.5],
  ['high contrast', ['tokens.css', 'contrast.css'], 7],
]) {
  for (const scheme of ['light', 'dark']) {
    test(`${look}, ${scheme}: what is read stands out at least ${least} to 1`, () => {
      const tokens = new Map(names.flatMap((name) => [...tokensOf(name)]));
      const faint = READ.map(([ink, field]) => [
        ink,
        field,
        contrast(tokens.get(ink)[scheme], tokens.get(field)[scheme]),
      ])
        .filter(([, , ratio]) => ratio < least)
        .map(([ink, field, ratio]) => `${ink} on ${field}: ${ratio.toFixed(2)}`);
      assert.deepEqual(faint, []);
    });
  }
}
