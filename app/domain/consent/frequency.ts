/** Days between two messages that a person may ask for; 0: as often as there is one. */
export const frequencies = [0, 7, 30] as const;
export type Frequency = (typeof frequencies)[number];

export const readFrequency = (text: string | undefined): Frequency | undefined =>
  frequencies.find((days) => String(days) === text);
