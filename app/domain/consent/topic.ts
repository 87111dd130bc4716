import { z } from "zod";
import { plainLine } from "~/lib/plain-text";

/** A kind of mail that people can choose in the preference centre. */
export interface Topic {
  id: string;
  name: string;
  description: string;
  createdAt: number;
}

export const topicSchema = z.object({
  name: z
    .string()
    .transform((value) => plainLine(value, 120))
    .pipe(z.string().min(1, "Give the topic a name that readers understand.")),
  description: z
    .string()
    .default("")
    .transform((value) => plainLine(value, 500)),
});

export type TopicInput = z.input<typeof topicSchema>;
