import { Pipe, PipeTransform } from '@angular/core';

const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const DAY_AND_YEAR = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/** A day as people say it, seen from a moment. */
export function dayName(day: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (day.toDateString() === now.toDateString()) {
    return 'Today';
  }
  if (day.toDateString() === yesterday.toDateString()) {
    return 'Yesterday';
  }
  return (day.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR).format(day);
}

/** A day as fields for dates have it: 2026-11-23, in the time of whoever looks. */
export function dateField(day: Date): string {
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((number) => String(number).padStart(2, '0'));
  return [day.getFullYear(), month, date].join('-');
}

/** A day as people say it now. */
@Pipe({ name: 'day', pure: false })
export class DayPipe implements PipeTransform {
  transform(day: Date): string {
    return dayName(day, new Date());
  }
}

/** The time of day, or with `'full'` everything there is to know. */
@Pipe({ name: 'time' })
export class TimePipe implements PipeTransform {
  transform(at: Date, form: 'short' | 'full' = 'short'): string {
    return (form === 'full' ? FULL : TIME).format(at);
  }
}
