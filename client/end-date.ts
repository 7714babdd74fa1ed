/** The day as YYYY-MM-DD, as the calendar on the wall has it. */
function isoDay(date: Date): string {
  const two = (number: number): string => `${number}`.padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Half a year from today, time for clients to move; the last day of a month that is too short. */
export function usualEndDate(today: Date): string {
  const end = new Date(today.getFullYear(), today.getMonth() + 6, today.getDate());
  const isTooShort = end.getDate() !== today.getDate();
  return isoDay(isTooShort ? new Date(end.getFullYear(), end.getMonth(), 0) : end);
}

/** What is wrong with a date as it is typed; undefined when nothing is. */
export function endDateProblem(text: string, today: Date): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim()) ?? [];
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  if (isoDay(date) !== text.trim()) return 'Write the date as YYYY-MM-DD.';
  return text.trim() < isoDay(today) ? 'This date is past.' : undefined;
}
