/** The first words of a text, ended between two of them. */
export const beginningOf = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, "")}…` : text;
