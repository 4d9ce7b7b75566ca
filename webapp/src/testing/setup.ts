import { READER } from '../app/markdown/reader';

/** The tests are about what is shown once everything is loaded, but for those of loading itself. */
await READER.prepare();
