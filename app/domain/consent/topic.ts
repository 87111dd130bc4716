import { z } from "zod";
import { plainLine } from "~/lib/plain-text";
import { DomainError, messagesByField } from "../domain-error";

/** A kind of mail that people can choose in the preference centre. */
export interface Topic {
  id: string;
  name: string;
  description: string;
  createdAt: number;
}

const topicSchema = z.object({
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

/** Reads what was given, or says by field what is wrong with it. */
export function readTopic(given: TopicInput): z.output<typeof topicSchema> {
  const parsed = topicSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = messagesByField(parsed.error.issues);
  throw new DomainError("invalid", "topic_invalid", Object.values(fields)[0] ?? "Check the topic.", {
    fields,
  });
}
