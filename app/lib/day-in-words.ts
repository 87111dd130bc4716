/** A day written as YYYY-MM-DD, as people of a language write it; what is no day stays as it is. */
export function dayInWords(day: string, language: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(time);
}
