import { z } from "zod";
import { type IdKind, idPrefixes, publicId, storedId } from "~/lib/ids";

/** An outside id, read as the stored one. Whatever cannot be one is not found. */
export const idField = (kind: IdKind) =>
  z
    .string()
    .max(40)
    .transform((value, context) => {
      const id = storedId(kind, value);
      if (id) return id;
      context.addIssue({
        code: "custom",
        message: `Give an id such as ${idPrefixes[kind]}_01J...`,
        params: { id: true },
      });
      return z.NEVER;
    })
    .meta({ description: `Id with the prefix ${idPrefixes[kind]}_` });

/** The same where nothing may be meant. */
export const optionalId = (kind: IdKind) =>
  idField(kind)
    .nullish()
    .transform((id) => id ?? "");

/** In answers. */
export const shownId = (kind: IdKind) =>
  z.string().meta({ example: `${idPrefixes[kind]}_01JD4Q0Z8N3V5K7M9P2R4T6W8Y` });
export const shownTime = z.iso.datetime().meta({ example: "2026-11-23T09:00:00.000Z" });

export const time = (ms: number): string => new Date(ms).toISOString();
export const timeOrNull = (ms: number | undefined): string | null => (ms === undefined ? null : time(ms));
export const idOrNull = (kind: IdKind, id: string): string | null => (id ? publicId(kind, id) : null);

/** Ids, and what orders suppressions. */
const cursorShape =
  /^(?:[a-z]+_)?[0-7][0-9A-HJKMNP-TV-Z]{25}$|^[0-9a-f]{32,64}\.(?:[0-7][0-9A-HJKMNP-TV-Z]{25})?$/;

export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: "At most 200." }),
  cursor: z
    .string()
    .max(200)
    .regex(cursorShape, "Give next_cursor of the page before.")
    .transform((value) => value.replace(/^[a-z]+_/, ""))
    .optional()
    .meta({ description: "next_cursor of the page before." }),
});

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), next_cursor: z.string().nullable() });

export const findingAnswer = z.object({
  rule: z.string(),
  severity: z.enum(["block", "warn", "info"]),
  message: z.string(),
  evidence: z.string(),
  remedy: z.string(),
});

export const removalAnswer = z.object({ what: z.string(), why: z.string() });
