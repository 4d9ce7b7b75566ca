/** The names in a sentence: "ann", "ann and bob", "ann, bob and 3 others". */
export function enumerate(names: readonly string[]): string {
  if (names.length <= 3) {
    return names.join(', ').replace(/, ([^,]*)$/, ' and $1');
  }
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
}
