import { Page } from '@playwright/test';

/** What of a page can be measured and is not as it should be; `english` is what nothing on it may say. */
export async function flawsOf(page: Page, english: readonly string[] = []): Promise<readonly string[]> {
  return page.evaluate((foreign) => {
    const flaws: string[] = [];
    const words = new Set(foreign);
    const isTouched = matchMedia('(pointer: coarse)').matches;
    const width = document.documentElement.clientWidth;
    const style = (element: Element) => getComputedStyle(element);
    const isVisible = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      !element.closest('.visually-hidden, .away, [inert]');
    const called = (element: Element) =>
      `<${element.tagName.toLowerCase()}${element.className ? ` class="${String(element.getAttribute('class'))}"` : ''}> ${(element.textContent || element.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ').slice(0, 60)}`;
    const tell = (what: string, element: Element) => flaws.push(`${what}: ${called(element)}`);

    if (document.documentElement.scrollWidth > width) {
      flaws.push(`the page is ${document.documentElement.scrollWidth} px wide on a screen of ${width}`);
    }

    /** Whether something around it shows only a part of what is in it, by its own will. */
    const isIn = (element: Element, scrolls: (look: CSSStyleDeclaration) => boolean) => {
      for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
        if (scrolls(style(around))) {
          return true;
        }
      }
      return false;
    };

    for (const element of document.querySelectorAll('body *')) {
      if (!isVisible(element) || element.closest('svg')) {
        continue;
      }
      const look = style(element);
      const box = element.getBoundingClientRect();
      if (
        box.width > 0 &&
        (box.left < -1 || box.right > width + 1) &&
        !isIn(element, ({ overflowX }) => overflowX !== 'visible')
      ) {
        tell(`reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`, element);
      }
      if (
        ['auto', 'scroll'].includes(look.overflowX) &&
        element.scrollWidth > element.clientWidth + 1 &&
        !element.matches('pre, .table-box')
      ) {
        tell(`scrolls sideways, ${element.scrollWidth} px in ${element.clientWidth}`, element);
      }
      if (element.matches('h1, h2, h3, button') && element.clientWidth < 16 && look.display !== 'inline') {
        tell(`has ${element.clientWidth} px`, element);
      }
      // An emoji of several people is as wide as the fonts of the device have it.
      const isSolid =
        !element.matches('[role="gridcell"]') &&
        element.matches('button, h1, h2, h3, label, legend, a, p, dt, dd, kbd, [role="option"], span');
      const isCut =
        element.scrollWidth > element.clientWidth + 1 ||
        (element.matches('button, h1, h2, h3') && element.scrollHeight > element.clientHeight + 2);
      if (
        isSolid &&
        isCut &&
        look.display !== 'inline' &&
        look.textOverflow !== 'ellipsis' &&
        look.webkitLineClamp === 'none' &&
        look.overflowX !== 'auto' &&
        look.overflowX !== 'scroll'
      ) {
        tell(
          `is ${element.clientWidth}×${element.clientHeight} px, and what it says ${element.scrollWidth}×${element.scrollHeight}`,
          element,
        );
      }
      const isPressed =
        element.matches('button, a, select, label:has(input), input:not([type="radio"])') &&
        !element.matches('.framed, .at'); // a frame is pressed with its field, and what a time leads to is in the toolbar
      if (isTouched && isPressed && look.display !== 'inline' && Math.min(box.width, box.height) < 43) {
        tell(`is ${Math.round(box.width)}×${Math.round(box.height)} px to a finger`, element);
      }
      if (
        element instanceof HTMLInputElement &&
        element.placeholder &&
        !element.value &&
        look.textOverflow !== 'ellipsis'
      ) {
        const pen = document.createElement('canvas').getContext('2d');
        if (pen) {
          pen.font = look.font;
          const room = element.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight);
          const needed = pen.measureText(element.placeholder).width;
          if (needed > room + 1) {
            tell(`has ${Math.round(room)} px for the ${Math.round(needed)} of “${element.placeholder}”`, element);
          }
        }
      }
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description']) {
        const said = element.getAttribute(name)?.trim();
        if (said && words.has(said)) {
          tell(`says “${said}” in English, as its ${name}`, element);
        }
      }
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const said = node.textContent?.trim() ?? '';
      const around = node.parentElement;
      if (around && words.has(said) && !around.closest('option, .words, .said .name, parley-offer-list .label')) {
        tell(`says “${said}” in English`, around);
      }
    }
    return [...new Set(flaws)];
  }, english);
}
