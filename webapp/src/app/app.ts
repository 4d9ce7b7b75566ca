import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The whole page. */
@Component({
  selector: 'parley-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<main><h1>Parley</h1></main>`,
})
export class App {}
