/** As much of trusted types as is used. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const SCRIPT = 'worker.js';

/**
 * Has the browser keep the page and its files, so that it opens without a server; nothing, where the browser can't: over
 * plain http it lets no page do that. Calls `renewed` when another version of the files has taken the place of one
 * that was there.
 */
export async function installWorker(document: Document, renewed: () => void): Promise<void> {
  const window = document.defaultView as (Window & { readonly trustedTypes?: TrustedTypes }) | null;
  const workers = window?.navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!window || !workers) {
    return;
  }
  const url = new URL(SCRIPT, document.baseURI).href;
  const policy = window.trustedTypes?.createPolicy('parley#worker', { createScriptURL: () => url });
  let isFirst = !workers.controller;
  workers.addEventListener('controllerchange', () => {
    if (!isFirst) {
      renewed();
    }
    isFirst = false;
  });
  try {
    await workers.register(policy?.createScriptURL('') ?? url, { updateViaCache: 'none' });
  } catch (e) {
    if (!(e instanceof TypeError) && !(e instanceof DOMException)) {
      throw e; // else nobody answers just now, or the browser is told to keep nothing: it is tried again next time
    }
  }
}

/** Has the browser look whether there are other files now. */
export async function updateWorker({ defaultView }: Document): Promise<void> {
  const workers = defaultView?.navigator.serviceWorker as ServiceWorkerContainer | undefined;
  try {
    await (await workers?.getRegistration())?.update();
  } catch (e) {
    if (!(e instanceof TypeError) && !(e instanceof DOMException)) {
      throw e; // else nobody answers just now
    }
  }
}
