/** A day that there is, written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A day written as YYYY-MM-DD, as people of a language write it; what is no day stays as it is. */
export function dayInWords(day: string, language: string): string {
  if (!isDay(day)) return day;
  const shape = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return shape.format(Date.parse(`${day}T00:00:00Z`));
}
