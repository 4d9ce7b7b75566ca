import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Strokes on a field of 24 × 24. */
const PATHS = {
  menu: 'M4 7h16M4 12h10M4 17h16',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.4a3.5 3.5 0 0 1 0 6.3M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  send: 'M12 19.5V5M5.5 11.5 12 5l6.5 6.5',
  down: 'M12 5v14M5.5 12.5 12 19l6.5-6.5',
  close: 'M6 6l12 12M18 6 6 18',
  waiting: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5V12l3 2',
  refused: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5V13M12 16.4v.1',
  leave: 'M10 4H5.5A1.5 1.5 0 0 0 4 5.5v13A1.5 1.5 0 0 0 5.5 20H10M15 8l4 4-4 4M19 12H9',
  plus: 'M12 5v14M5 12h14',
  hash: 'M9.500 4 8 20M16 4l-1.500 16M4.500 9h15.500M4 15h15.500',
  inbox:
    'M4 13.500V6.500A1.500 1.500 0 0 1 5.500 5h13A1.500 1.500 0 0 1 20 6.500v11a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500ZM4 13.500h4.500l1.500 2.500h4l1.500-2.500H20',
  at: 'M12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM15.500 8.500v4.500a2.500 2.500 0 0 0 5 0v-1a8.500 8.500 0 1 0-3.500 6.900',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.500M12 7.600v.1',
  lock: 'M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11ZM8 11V8a4 4 0 0 1 8 0v3',
  pin: 'M9 4h6l-1 6 3.5 3.5h-11L10 10 9 4ZM12 13.5V20',
  reply: 'M10 7 5 12l5 5M5 12h8a6 6 0 0 1 6 6',
  pen: 'M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19 4 20Z',
  calendar:
    'M5.5 6h13A1.5 1.5 0 0 1 20 7.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5v-11A1.5 1.5 0 0 1 5.5 6ZM4 10.5h16M8.5 3.5V8M15.5 3.5V8',
  link: 'M10 13.5a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10.5a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 14a4 4 0 0 0 7 0M9 9.5v.1M15 9.5v.1',
  bin: 'M5 7h14M10 4h4M7 7l.8 12a1 1 0 0 0 1 1h6.4a1 1 0 0 0 1-1L17 7M10.5 11v5.5M13.5 11v5.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.200 15.200 20 20',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15ZM10 20.5a2.200 2.200 0 0 0 4 0',
  muted: 'M6 16.5V11a6 6 0 0 1 9-5.200M18 11v5.5l1.5 1.5h-15L6 16.5M10 20.5a2.200 2.200 0 0 0 4 0M4 3.5l16 17',
  gear: 'M12 15.200a3.200 3.200 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400ZM10.300 3.500h3.400l.5 2.500 1.700 1 2.400-.8 1.700 2.900-1.900 1.700v2.400l1.900 1.700-1.700 2.900-2.400-.8-1.700 1-.5 2.500h-3.400l-.5-2.500-1.700-1-2.400.8L4 14.900l1.900-1.700v-2.400L4 9.100l1.700-2.900 2.400.8 1.700-1Z',
  more: 'M6 12v.1M12 12v.1M18 12v.1',
  dot: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z',
} as const;

export type IconName = keyof typeof PATHS;

/** Those that point along the direction of reading, or back. */
const POINTING: ReadonlySet<IconName> = new Set(['leave', 'reply']);

/** A small drawing beside words; it says nothing by itself. */
@Component({
  selector: 'parley-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true', '[class.pointing]': 'isPointing()' },
  template: `<svg viewBox="0 0 24 24"><path [attr.d]="path()" /></svg>`,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => PATHS[this.name()]);
  protected readonly isPointing = computed(() => POINTING.has(this.name()));
}
