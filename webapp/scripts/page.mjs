// Has the built page ask for its scripts in its head, not at the end of its body. Where the worker hands out files,
// Chromium throws away what it has looked ahead for, and asks for it again when it comes to the element that names it:
// at the end of the body that is only after the first picture. The scripts that come before all of that are packed, too.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

const folder = process.argv[2];
if (!folder) {
  throw new Error('usage: page.mjs FOLDER');
}

const HINT = /<link rel="modulepreload" href="[^"]+">/g;
const MAIN = /<script src="([^"]+)" type="module"><\/script>/;
const file = join(folder, 'index.html');
const page = await readFile(file, 'utf8');
const [, main] = MAIN.exec(page) ?? [];
if (!main) {
  throw new Error('the page has no script');
}
const hints = [...(page.match(HINT) ?? []), `<link rel="modulepreload" href="${main}">`];
await writeFile(file, page.replace(HINT, '').replace('</head>', `${hints.join('')}</head>`));

// Most of what the page begins with is called at once. Chromium compiles it all while it loads, on another thread, where
// a script begins so: otherwise it would stop for each function when that is called first, at each visit anew.
for (const hint of hints) {
  const script = join(folder, /href="([^"]+)"/.exec(hint)[1]);
  await writeFile(script, `//# allFunctionsCalledOnLoad\n${await readFile(script, 'utf8')}`);
}

for (const name of ['early.js', 'theme.js']) {
  const script = join(folder, name);
  const { code } = await transform(await readFile(script, 'utf8'), { minify: true, target: 'es2022' });
  await writeFile(script, code);
}
