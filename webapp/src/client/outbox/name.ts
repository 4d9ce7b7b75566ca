/** The name under which a browser keeps something: several instances may share an origin, each has its context path. */
export function nameInBrowser(document: Document, name: string, owner: string): string {
  return ['parley', new URL('.', document.baseURI).pathname, owner, name].join(' ');
}
