/** A day as fields for dates have it: 2026-11-23, in the time of whoever looks. */
export function dateField(day: Date): string {
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((number) => String(number).padStart(2, '0'));
  return [day.getFullYear(), month, date].join('-');
}
