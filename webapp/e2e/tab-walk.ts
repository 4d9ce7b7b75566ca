import { Page } from '@playwright/test';

/** More stops than any screen has. */
const ENOUGH = 150;

/** Where the keyboard is, and how that looks. */
interface Stop {
  readonly key: string;
  readonly html: string;
  /** What is wrong there. */
  readonly flaws: readonly string[];
}

/** Tabs through the page until it is back where it was before; returns what was wrong on the way. */
export async function walk(page: Page): Promise<readonly string[]> {
  const flaws: string[] = [];
  const seen = new Set<string>();
  let first: string | undefined;
  let isAround = false;
  await page.evaluate(mark);
  for (let i = 0; i < ENOUGH; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(look);
    if (!stop) {
      isAround = true; // between the end and the beginning
      continue;
    }
    first ??= stop.key;
    if (seen.has(stop.key)) {
      if (!isAround && stop.key !== first) {
        flaws.push(`holds the keyboard: ${stop.html}`);
      }
      break;
    }
    seen.add(stop.key);
    flaws.push(...stop.flaws.map((flaw) => `${flaw}: ${stop.html}`));
  }
  return [...flaws, ...(seen.size ? await page.evaluate(unseen) : ['the keyboard comes nowhere'])];
}

/** What a page remembers of where the keyboard was. */
interface Walked {
  before?: Element;
  /** How each looked that had the keyboard. */
  readonly looks: Map<Element, string>;
  lookOf(element: Element): string;
  htmlOf(element: Element): string;
}

/** Begins a walk: at the beginning of the page, or in the menu in which one is, out of which Tab leads. */
function mark(): void {
  const at = document.activeElement as HTMLElement | null;
  if (!at?.closest('[popover]')) {
    at?.blur();
  }
  const walked: Walked = {
    looks: new Map(),
    lookOf: (element) => {
      document.getAnimations().forEach((animation) => {
        if (animation instanceof CSSTransition) {
          animation.finish();
        }
      });
      const parts: string[] = [];
      for (let around: Element | null = element, i = 0; around && i < 4; around = around.parentElement, i++) {
        for (const pseudo of [undefined, '::before', '::after']) {
          const style = getComputedStyle(around, pseudo);
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = style;
          const outline = outlineStyle === 'none' ? '' : outlineWidth + outlineColor;
          parts.push(outline, boxShadow, borderColor, backgroundColor);
        }
      }
      return parts.join();
    },
    htmlOf: (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 140),
  };
  Object.assign(window, { walked });
}

/** What is to be said of where the keyboard is now. */
function look(): Stop | undefined {
  const { walked } = window as unknown as { walked: Walked };
  const element = document.activeElement;
  const { before, htmlOf } = walked;
  if (!element || element === document.body) {
    delete walked.before;
    return undefined;
  }
  const flaws: string[] = [];
  const isNew = !walked.looks.has(element);
  if (before === element && element.matches('input[type="date"], input[type="time"]')) {
    return { key: `${htmlOf(element)} ${String(Math.random())}`, html: htmlOf(element), flaws }; // it is of several fields
  }
  const box = element.getBoundingClientRect();
  /** Its middle, or one of its ends, as something may lie over a part of it. */
  const hits = [0.5, 0.02, 0.98].map((part) =>
    document.elementFromPoint(
      Math.min(Math.max(box.left + box.width * part, 0), innerWidth - 1),
      Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1),
    ),
  );
  const isHit = (hit: Element) =>
    element.contains(hit) || !!element.closest('label')?.contains(hit) || hit.contains(element);
  if (box.width === 0 || box.height === 0) {
    flaws.push('has no size');
  } else if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
    flaws.push('is off the screen');
  } else if (!hits.some((hit) => hit && isHit(hit))) {
    flaws.push(`lies below ${hits[0] ? htmlOf(hits[0]) : 'nothing'}`);
  }
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
  const by = [...(labels ?? []), document.getElementById(element.getAttribute('aria-labelledby') ?? '')];
  const name = [element, ...by].map((of) => (of?.getAttribute('aria-label') ?? of?.textContent ?? '').trim()).join('');
  if (!name) {
    flaws.push('has no name');
  }
  const isBack = before?.isConnected && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (isBack && isNew && walked.looks.size > 1) {
    flaws.push(`comes before ${htmlOf(before)} on the page`);
  }
  walked.looks.set(element, walked.lookOf(element));
  walked.before = element;
  return { key: String([...walked.looks.keys()].indexOf(element)), html: htmlOf(element), flaws };
}

/** What looks without the keyboard as it did with it. */
function unseen(): string[] {
  const { looks, lookOf, htmlOf } = (window as unknown as { walked: Walked }).walked;
  (document.activeElement as HTMLElement | null)?.blur();
  return [...looks]
    .filter(([element, focused]) => element.isConnected && lookOf(element) === focused)
    .map(([element]) => `is not seen to have the keyboard: ${htmlOf(element)}`);
}
