/** What tells that this page may just have slept, been frozen or hidden, or that its network has come or gone. */
const SIGNS: readonly (readonly ['window' | 'document', string])[] = [
  ['window', 'online'],
  ['window', 'offline'],
  ['window', 'pageshow'],
  ['document', 'resume'],
  ['document', 'visibilitychange'],
];

/** Calls `wake` at each such sign, which is a hint and proves nothing, until what it returns is called. */
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
