/** The names in a sentence, and how many more there are: "ann", "ann and bob", "ann, bob and 3 others". */
export function enumerate(names: readonly string[], unnamed = 0): string {
  if (names.length <= 3 && !unnamed) {
    return names.join(', ').replace(/, ([^,]*)$/, ' and $1');
  }
  const others = names.length - Math.min(2, names.length) + unnamed;
  return `${names.slice(0, 2).join(', ')} and ${others} ${others === 1 ? 'other' : 'others'}`;
}
