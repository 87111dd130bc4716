import type { ShownField } from "~/components/leads/lead-value";
import type { LeadField } from "~/domain/leads/lead-field";
import type { LeadFile } from "~/domain/leads/lead-file";
import { showValue } from "~/domain/leads/show-value.server";
import { publicId } from "~/lib/ids";

/** The files that a value names, where all of them are there. */
function filesNamed(value: string, files: readonly LeadFile[]): ShownField["files"] {
  const all = files.map(({ name }) => name).join(", ");
  return all === value ? files.map(({ id, name, size }) => ({ id: publicId("file", id), name, size })) : [];
}

/** Fields by the names their forms gave them and in people's words; `files` are those of one submission. */
export const shownField = (
  known: ReadonlyMap<string, LeadField>,
  name: string,
  value: string,
  files: readonly LeadFile[] = [],
): ShownField => ({
  name,
  label: known.get(name)?.label ?? name,
  value: showValue(known.get(name), value),
  files: filesNamed(
    value,
    files.filter(({ field }) => field === name).sort((a, b) => (a.id < b.id ? -1 : 1)),
  ),
});
