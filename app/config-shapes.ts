import { z } from "zod";

export const origin = z
  .string()
  .refine(
    (value) => /^https?:\/\/[^/@?#\s]+$/.test(value) && URL.canParse(value),
    "must be an origin without a path",
  );

export const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int(error).min(from, error).max(to, error);
};

/** mysql://USER:PASSWORD@HOST:PORT/NAME */
export const namesDatabase = (value: string) =>
  URL.canParse(value) && /^\/[^/]+$/.test(new URL(value).pathname);
