/** Check digits of card, bank and identity numbers. All take the bare characters, upper case, without separators. */

const digitsOf = (text: string): number[] => [...text].map(Number);

export function luhn(text: string): boolean {
  let sum = 0;
  digitsOf(text)
    .reverse()
    .forEach((digit, index) => {
      const doubled = index % 2 === 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    });
  return sum % 10 === 0;
}

export function weightedSum(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(text[index] ?? 0), 0);
}

/** Letters count from A = 10, as in IBAN and in machine-readable documents. */
export const alphanumericValue = (character: string): number => Number.parseInt(character, 36);

export function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    for (const digit of String(alphanumericValue(character))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}

/** ISO 7064, mod 11,10. */
export function iso7064(text: string): boolean {
  let product = 10;
  for (const digit of digitsOf(text.slice(0, -1))) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(text.at(-1));
}

const verhoeffProduct = [
  "0123456789",
  "1234067895",
  "2340178956",
  "3401289567",
  "4012395678",
  "5987604321",
  "6598710432",
  "7659821043",
  "8765932104",
  "9876543210",
].map(digitsOf);
const verhoeffPermutation = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
].map(digitsOf);

export function verhoeff(text: string): boolean {
  let check = 0;
  digitsOf(text)
    .reverse()
    .forEach((digit, index) => {
      check = verhoeffProduct[check]?.[verhoeffPermutation[index % 8]?.[digit] ?? 0] ?? 0;
    });
  return check === 0;
}

/** Passports and identity cards (ICAO 9303): weights 7, 3, 1; the last digit is the check. */
export function icao(text: string): boolean {
  const weights = [7, 3, 1];
  const sum = [...text.slice(0, -1)].reduce(
    (total, character, index) => total + alphanumericValue(character) * (weights[index % 3] ?? 1),
    0,
  );
  return sum % 10 === Number(text.at(-1));
}

export const isOneDigitRepeated = (text: string): boolean => /^(.)\1*$/.test(text);

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDayOfYear(day: number, month: number): boolean {
  return day >= 1 && day <= (daysOf[month - 1] ?? 0);
}

/** YYMMDD at the start. */
export const startsWithDate = (text: string): boolean =>
  isDayOfYear(Number(text.slice(4, 6)), Number(text.slice(2, 4)));

/** DDMMYY at the start. */
export const startsWithDay = (text: string): boolean =>
  isDayOfYear(Number(text.slice(0, 2)), Number(text.slice(2, 4)));
