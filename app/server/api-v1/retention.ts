import { z } from "zod";
import type { Deps } from "~/domain/deps";
import { lookAtRetention } from "~/domain/termination/look-at-retention.server";
import { getWorkspace } from "~/domain/workspaces/find-workspace.server";
import { type RetentionChoices, retentionParts } from "~/domain/workspaces/retention-choices";
import { chooseRetention, readRetentionChoices } from "~/domain/workspaces/update-workspace.server";
import { shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const { peopleMonths, enquiryMonths, submissionMonths, uploadMonths, visitMonths, messageMonths } =
  retentionParts;
type Limits = (typeof retentionParts)[keyof typeof retentionParts];

const months = ({ least, most, hint }: Limits) => z.number().int().min(least).max(most).describe(hint);
/** null: as long as their owner. */
const monthsOrNull = ({ most, hint, whole }: Limits) =>
  z.number().int().min(1).max(most).nullable().describe(`${hint} null: ${whole?.toLowerCase()}.`);

const choices = z.strictObject({
  people_months: monthsOrNull(peopleMonths),
  enquiry_months: months(enquiryMonths),
  submission_months: monthsOrNull(submissionMonths),
  upload_months: monthsOrNull(uploadMonths),
  visit_months: months(visitMonths),
  message_months: months(messageMonths),
  after_opt_out: z.enum(["person", "mail"]),
});

const outlook = choices.extend({
  legal_holds: z.array(z.string()).describe("Nothing is deleted while there are any."),
  next_run_at: shownTime,
  people_go_from: shownTime
    .nullable()
    .describe(
      "Before it no person is deleted by age: two weeks after the owners were told by letter, or when the periods were chosen. null: not yet told.",
    ),
  due: z
    .array(z.object({ what: z.string(), rows: z.number().int() }))
    .describe("What the next run would take away under these periods."),
});

const show = ({
  choices: chosen,
  holds,
  due,
  nextRunAt,
  peopleGoFrom,
}: Awaited<ReturnType<typeof lookAtRetention>>) => ({
  people_months: chosen.peopleMonths || null,
  enquiry_months: chosen.enquiryMonths,
  submission_months: chosen.submissionMonths || null,
  upload_months: chosen.uploadMonths || null,
  visit_months: chosen.visitMonths,
  message_months: chosen.messageMonths,
  after_opt_out: chosen.afterOptOut,
  legal_holds: holds,
  next_run_at: time(nextRunAt),
  people_go_from: peopleGoFrom === undefined ? null : time(peopleGoFrom),
  due: due.map(({ table, rows }) => ({ what: table, rows })),
});

function readGiven(body: Partial<z.output<typeof choices>>): Partial<RetentionChoices> {
  const owner = (given: number | null | undefined) => (given === null ? 0 : given);
  return readRetentionChoices({
    peopleMonths: owner(body.people_months),
    enquiryMonths: body.enquiry_months,
    submissionMonths: owner(body.submission_months),
    uploadMonths: owner(body.upload_months),
    visitMonths: body.visit_months,
    messageMonths: body.message_months,
    afterOptOut: body.after_opt_out,
  });
}

const look = async (
  deps: Parameters<typeof lookAtRetention>[0] & Deps,
  workspaceId: string,
  thought?: Partial<RetentionChoices>,
) => show(await lookAtRetention(deps, await getWorkspace(deps.db, workspaceId), thought));

export const retention: ApiNoun = {
  name: "Retention",
  description:
    "How long the workspace keeps what it has of people, by class of data. A run once a day takes away what is older; a legal hold stops it.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/retention",
      scope: "retention:read",
      summary: "See how long data is kept, and what goes at the next run",
      answer: outlook,
      status: 200,
      unversioned: ["due", "next_run_at", "people_go_from"],
      rows: ({ workspaceId }) => [{ table: "workspaces", key: { id: workspaceId } }],
      run: async ({ deps, workspaceId }) => ({ body: await look(deps, workspaceId) }),
    }),
    apiRoute({
      method: "PATCH",
      path: "/retention",
      scope: "retention:write",
      summary: "Change how long data is kept",
      description:
        "What is not given stays. With `dry_run` nothing is saved: the answer tells what these periods would take away.",
      body: choices.partial().extend({ dry_run: z.boolean().default(false) }),
      answer: outlook,
      status: 200,
      run: async ({ deps, actor, workspaceId, body: { dry_run: dryRun, ...body } }) => {
        const given = readGiven(body);
        if (!dryRun) await chooseRetention(deps, actor, { workspaceId, choices: given });
        return { body: await look(deps, workspaceId, dryRun ? given : undefined) };
      },
    }),
  ],
};
