import { parseEmailAddress } from "~/lib/email-address";
import { foldWords } from "~/lib/fold-text";
import { valueNamed } from "~/lib/named-values";

/** Headings of spreadsheets and of other systems, in words without case, accents and signs. */
const headings: Record<"email" | "name" | "first_name" | "last_name" | "", readonly string[]> = {
  email: [
    ...["email", "e mail", "mail", "email address", "e mail address", "mail address", "emailaddress"],
    ...["primary email", "email 1", "e mail 1", "e mail 1 value", "work email", "subscriber email"],
    ...["mailadresse", "e mail adresse", "email adresse", "emailadresse", "adresse e mail", "adresse email"],
    ...[
      "adresse mail",
      "courriel",
      "adresse electronique",
      "correo",
      "correo electronico",
      "indirizzo email",
    ],
    ...[
      "indirizzo e mail",
      "posta elettronica",
      "e mailadres",
      "emailadres",
      "e mail adres",
      "endereco de email",
    ],
    ...[
      "endereco de e mail",
      "adres e mail",
      "adres email",
      "e postadress",
      "epost",
      "e post",
      "emailova adresa",
    ],
    ...[
      "e mailova adresa",
      "エメール",
      "メール",
      "メールアドレス",
      "邮箱",
      "电子邮件",
      "البريد الالكتروني",
      "ईमेल",
    ],
  ],
  name: [
    ...["name", "full name", "fullname", "contact name", "display name", "nom complet", "nombre"],
    ...["nombre completo", "vollstandiger name", "nome completo", "volledige naam", "naam"],
    ...["imie i nazwisko", "jmeno a prijmeni"],
  ],
  first_name: [
    ...["first name", "firstname", "fname", "given name", "vorname", "prenom", "nombre de pila"],
    ...["primeiro nome", "voornaam", "imie", "jmeno", "krstne meno"],
  ],
  last_name: [
    ...["last name", "lastname", "lname", "surname", "family name", "nachname", "familienname"],
    ...["nom de famille", "apellido", "apellidos", "cognome", "sobrenome", "achternaam", "nazwisko"],
    ...["prijmeni", "priezvisko"],
  ],
  // Written by us beside rows that were left out.
  "": ["foyer line", "foyer reason"],
};

const fieldOfHeading = new Map(
  Object.entries(headings).flatMap(([field, all]) => all.map((words) => [words, field] as const)),
);

/** The field that a column holds: `email`, `name`, or a field name made of the heading. */
export function fieldOfColumn(heading: string, columns: Record<string, string>): string {
  const chosen = valueNamed(columns, heading);
  if (chosen !== undefined) return chosen.trim();
  const words = foldWords(heading).join(" ");
  return fieldOfHeading.get(words) ?? words.replace(/ /g, "_").slice(0, 60);
}

const isAddress = (value: string | undefined): boolean => parseEmailAddress((value ?? "").trim()).ok;

export const hasNoHeadings = (header: readonly string[]): boolean => header.some(isAddress);

/** The fields of the columns, in order. Where no heading says so, the column with the most addresses holds them. */
export function fieldsOfColumns(
  header: readonly string[],
  columns: Record<string, string>,
  firstRows: readonly (readonly string[])[],
): string[] {
  const fields = header.map((heading) => fieldOfColumn(heading.trim(), columns));
  if (fields.includes("email")) return fields;
  const addresses = fields.map((field, index) =>
    field === "" ? 0 : firstRows.filter((row) => isAddress(row[index])).length,
  );
  const most = Math.max(0, ...addresses);
  if (most === 0) return fields;
  const at = addresses.indexOf(most);
  return fields.map((field, index) => (index === at ? "email" : field));
}
