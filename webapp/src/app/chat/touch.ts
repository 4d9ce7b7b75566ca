/** Whether one writes on a screen, whose keyboard comes when a field is focused and has no other key for a new line. */
export function isTouched(window: Window | null): boolean {
  return window?.matchMedia('(hover: none) and (pointer: coarse)').matches ?? false;
}
