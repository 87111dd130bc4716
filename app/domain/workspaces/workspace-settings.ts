import { z } from "zod";
import { plainLine } from "~/lib/plain-text";

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/.test(zone);
  } catch {
    return false;
  }
};

export const workspaceNameField = z
  .string()
  .transform((value) => plainLine(value, 120))
  .pipe(z.string().min(1, "Give the workspace a name."));

const flag = z.union([
  z.boolean(),
  z.literal("yes").transform(() => true),
  z.literal("no").transform(() => false),
]);

/** What an admin may set. Only the given fields change. */
export const workspaceSettingsSchema = z
  .object({
    name: workspaceNameField,
    timeZone: z.string().max(60).refine(isTimeZone, "Choose a time zone, such as Europe/Vienna."),
    locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, "Choose a language, such as en or pt-BR."),
    doubleOptIn: flag,
    trackingDefault: z.enum(["anonymous", "identify"], { error: "Choose one of the two." }),
    reportFigures: z.enum(["exact", "rounded"], { error: "Choose one of the two." }),
    minimumAge: z.coerce
      .number("Give an age in years.")
      .int("Give whole years.")
      .min(13, "Never below 13: data of younger children may not be collected.")
      .max(99, "Give an age up to 99."),
  })
  .partial();

export type WorkspaceSettings = z.output<typeof workspaceSettingsSchema>;
