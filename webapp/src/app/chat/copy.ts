/**
 * Puts a text where it can be pasted from; whether that went well. A page over plain http has no clipboard of its own,
 * and copies what is selected.
 */
export async function copy(document: Document, text: string): Promise<boolean> {
  const { clipboard } = document.defaultView?.navigator ?? {};
  try {
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch (e) {
    if (!(e instanceof DOMException)) {
      throw e; // else the page may not: perhaps it may copy what is selected
    }
  }
  return copySelected(document, text);
}

function copySelected(document: Document, text: string): boolean {
  const field = document.createElement('textarea');
  const before = document.activeElement;
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  (before as HTMLElement | null)?.focus();
  return isCopied;
}
