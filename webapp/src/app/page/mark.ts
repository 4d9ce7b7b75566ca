import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Parley's sign: a white flag that is also a word in the air. */
@Component({
  selector: 'parley-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `<svg viewBox="0 0 64 64">
    <path class="pole" d="M17 10v45" />
    <path
      class="flag"
      d="M17 13c9-4.5 16 3.5 31-.5 1.5-.4 2.5.4 1.900 1.900L46 23.5l4.200 9.300c.6 1.400-.2 2.5-1.600 2.800-10.600 2.400-15.600-1.200-21.600-.8L17 41Z"
    />
    <path class="words" d="M25 20.5c5-.6 8 1.300 14 .9M25 27.5c3.5-.4 6 .7 9.5.9" />
  </svg>`,
})
export class Mark {}
