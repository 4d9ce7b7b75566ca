// Makes a package of the client library in a folder where it was built, with the version of the webapp.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = process.argv[2];
const { version, license } = JSON.parse(await readFile('package.json', 'utf8'));
const description = {
  name: 'parley-client',
  version,
  license,
  description: 'The client of Parley, without a page.',
  type: 'module',
  sideEffects: false,
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
};
await writeFile(join(folder, 'package.json'), JSON.stringify(description, undefined, 2) + '\n');
await copyFile('src/client/README.md', join(folder, 'README.md'));
