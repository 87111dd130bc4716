/** The only factor of signing in, so long: NIST SP 800-63B-4. No rules of composition, no forced change. */
export const passwordMinimum = 15;
export const passwordMaximum = 256;

/** Stems of the most used passwords; one that is made of nothing else is guessed first. */
const commonStems = `
  password passwort motdepasse contrasena wachtwoord heslo haslo parola senha qwertyuiop asdfghjkl zxcvbnm qwerty
  qwertz azerty asdfgh asdf letmein welcome iloveyou loveyou love princess sunshine football baseball basketball
  superman batman dragon monkey master shadow michael jordan jennifer charlie jessica trustno starwars pokemon
  computer internet whatever freedom secret administrator admin root user login guest testing test changeme default
  hello hallo abcdefgh abcdef abcd abc correcthorsebatterystaple my is the your foyer landingpage marketing campaign`
  .split(/\s+/)
  .filter(Boolean);

const rows = ["0123456789", "9876543210", "1234567890", "abcdefghijklmnopqrstuvwxyz"].map((row) =>
  row.repeat(26),
);

const unleet: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const letters = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}]/gu, "");
const folded = (text: string) =>
  letters([...text].map((character) => unleet[character] ?? character).join(""));

/** What is left of a word when the known parts are taken out, longest first. */
function withoutKnown(word: string, known: readonly string[]): string {
  let rest = word;
  for (const part of [...known].sort((one, other) => other.length - one.length)) {
    if (part) rest = rest.split(part).join("");
  }
  return rest;
}

function isRun(text: string): boolean {
  return /^(.{1,8}?)\1{2,}.{0,7}$/u.test(text) || rows.some((row) => row.includes(text.toLowerCase()));
}

/** Why a password cannot be used, in words for the person choosing it; undefined for a good one. */
export function passwordProblem(password: string, context: readonly string[] = []): string | undefined {
  const length = [...password].length;
  if (length < passwordMinimum) {
    return `Use at least ${passwordMinimum} characters. Three or four words make a good one.`;
  }
  if (length > passwordMaximum) return `Use at most ${passwordMaximum} characters.`;
  if (new Set(password).size < 5 || isRun(password)) {
    return "This repeats itself too much to be safe. Choose another one.";
  }
  const own = context
    .flatMap((text) => text.split(/[@.\s-]+/))
    .map(letters)
    .filter((part) => part.length >= 3);
  for (const word of [letters(password), folded(password)]) {
    // Long random figures hold no word at all; a well-known word among figures is what is guessed.
    if (word === "" && new Set(password).size > 7) return undefined;
    if (withoutKnown(word, commonStems).length < 4) {
      return "This is one of the first passwords that are guessed. Choose another one.";
    }
    if (withoutKnown(word, [...own, ...commonStems]).length < 4) {
      return "This is made of your name or address. Choose one that says nothing about you.";
    }
  }
  return undefined;
}
