import { foldWords } from "~/lib/fold-text";
import type { FieldDefinition } from "~builder/document/form-definition";

const birthWords =
  /\b(?:birth|birthday|birthdate|dob|bday|geburt\w*|naissance|nacimiento|nascita|geboorte\w*|nascimento|urodzenia|narozeni|narodenia)\b|जन्म|ميلاد/u;
const ageWords =
  /^(?:(?:your|ihr|dein|votre|su|tu|uw|seu) )?(?:age|alter|edad|eta|leeftijd|idade|wiek|vek)$|^(?:उम्र|आयु|العمر|عمرك)$/u;

type AgeField = Pick<FieldDefinition, "name" | "label" | "autocomplete">;

/** Whether a field asks for the date of birth or the age. */
export function ageFieldKind(field: AgeField): "birth" | "age" | undefined {
  if (/^bday/.test(field.autocomplete ?? "")) return "birth";
  const texts = [field.name, field.label].map((text) => foldWords(text).join(" "));
  if (texts.some((text) => birthWords.test(text))) return "birth";
  return texts.some((text) => ageWords.test(text)) ? "age" : undefined;
}

/** Full years on a day. Where only the year can be read, the oldest the person can be. Undefined when nothing can. */
export function ageFrom(kind: "birth" | "age", value: string, now: number): number | undefined {
  if (kind === "age") {
    const age = /^\s*(\d{1,3})(?!\d)/.exec(value)?.[1];
    return age === undefined ? undefined : Number(age);
  }
  const today = new Date(now);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.trim());
  if (iso) {
    const [, year = 0, month = 0, day = 0] = iso.map(Number);
    const hadBirthday =
      today.getUTCMonth() + 1 > month || (today.getUTCMonth() + 1 === month && today.getUTCDate() >= day);
    return today.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
  }
  const year = /(?<!\d)(19\d{2}|20\d{2})(?!\d)/.exec(value)?.[1];
  return year === undefined ? undefined : today.getUTCFullYear() - Number(year);
}
