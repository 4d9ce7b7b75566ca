import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/page/app';

void bootstrapApplication(App);
