import { Ref } from './message';

/** A fresh ref of 96 random bits: 16 letters, digits, `-` and `_`. Works where the page is no secure context. */
export function freshRef(): Ref {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
