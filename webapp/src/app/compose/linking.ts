import { isInCode } from './code';

const ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/i;

/** What stands there when an address is pasted over the words between `start` and `end`: a link, if it can be one. */
export function linked(text: string, start: number, end: number, pasted: string): string | undefined {
  const [words, address] = [text.slice(start, end), pasted.trim()];
  const canBe = words.trim() !== '' && !words.includes('\n') && !ADDRESS.test(words) && !isInCode(text, start);
  return canBe && ADDRESS.test(address) ? `[${words.replace(/[[\]]/g, '\\$&')}](${enclosable(address)})` : undefined;
}

/** A bracket would end the link too early. */
function enclosable(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}
