/** Writes this at the cursor of a field, or in the place of what is marked there, so that it can be undone. */
export function type(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  if (!field.ownerDocument.execCommand('insertText', false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input'));
  }
}

/** Puts what is marked between two of these signs, where it stays marked. */
export function enclose(field: HTMLTextAreaElement, sign: string): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  type(field, sign + value.slice(start, end) + sign);
  field.setSelectionRange(start + sign.length, end + sign.length);
}
