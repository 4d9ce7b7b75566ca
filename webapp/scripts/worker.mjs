// Packs the worker with the names of the built client's files, which it keeps for when there is no server. It has
// another content whenever one of them has, and that is how browsers know of a new version.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';

const folder = process.argv[2];
if (!folder) {
  throw new Error('usage: worker.mjs FOLDER');
}

const LEFT_OUT = /^worker\.js$|\.(br|gz|txt)$/;
const found = await readdir(folder, { recursive: true, withFileTypes: true });
const names = found
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .filter((name) => !LEFT_OUT.test(name))
  .sort();
const hash = createHash('sha256');
for (const name of names) {
  hash.update(name).update(await readFile(join(folder, name)));
}

await build({
  entryPoints: ['src/worker/worker.ts'],
  outfile: join(folder, 'worker.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
  define: {
    FILES: JSON.stringify(names.map((name) => (name === 'index.html' ? '' : name))),
    VERSION: JSON.stringify(hash.digest('base64url').slice(0, 12)),
  },
});
