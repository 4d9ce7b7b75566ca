// Writes a .br and a .gz sibling beside every text file of the built client, so that the server has nothing to
// compress while it serves. A sibling that would not be smaller is not written.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(css|html|js|json|svg|txt|webmanifest)$/;
const folder = process.argv[2];
if (!folder) {
  throw new Error('usage: compress.mjs FOLDER');
}

const forms = [
  ['.br', promisify(brotliCompress), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }],
  ['.gz', promisify(gzip), { level: 9, memLevel: 9 }],
];

for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !TEXT.test(entry.name)) {
    continue;
  }
  const file = join(entry.parentPath, entry.name);
  const plain = await readFile(file);
  for (const [suffix, compress, options] of forms) {
    const packed = await compress(plain, options);
    if (packed.length < plain.length) {
      await writeFile(file + suffix, packed);
    }
  }
}
