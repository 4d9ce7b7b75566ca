/** What tells that this page may just have slept, been frozen, hidden or without a network. */
const SIGNS: readonly (readonly ['window' | 'document', string])[] = [
  ['window', 'online'],
  ['window', 'pageshow'],
  ['document', 'resume'],
  ['document', 'visibilitychange'],
];

/** Calls `wake` at each such sign, until what it returns is called. */
export function onWake(document: Document, wake: () => void): () => void {
  const targets = SIGNS.map(([where, event]) => [where === 'window' ? document.defaultView : document, event] as const);
  for (const [target, event] of targets) {
    target?.addEventListener(event, wake);
  }
  return () => {
    for (const [target, event] of targets) {
      target?.removeEventListener(event, wake);
    }
  };
}
