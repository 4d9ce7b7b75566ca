/** A new element of the page's own making. */
export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  children: readonly (Node | string)[] = [],
  className = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}
