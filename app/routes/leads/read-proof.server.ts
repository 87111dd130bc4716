import { createHash } from "node:crypto";
import { consentMethods, purposeWords } from "~/components/leads/lead-words";
import type { LeadHistory } from "~/domain/leads/get-lead.server";
import { findVersions } from "~/domain/publishing/list-versions.server";
import { publicId } from "~/lib/ids";
import type { ServerDeps } from "~/server/server-deps";
import type { PlaceNames } from "./place-names.server";
import { sourceWords } from "./read-timeline.server";

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** Every act of giving and taking back, oldest first, with all that shows that it happened. */
export async function readProof(
  deps: ServerDeps,
  workspace: { id: string; slug: string },
  history: LeadHistory,
  names: PlaceNames,
) {
  const { consents, submissions } = history;
  const versionIds = [...new Set(consents.flatMap(({ pageVersionId }) => pageVersionId || []))];
  const versions = new Map((await findVersions(deps, workspace.id, versionIds)).map((one) => [one.id, one]));
  const sources = new Map(submissions.map(({ id, source }) => [id, source]));
  return consents
    .map((consent) => {
      const version = versions.get(consent.pageVersionId);
      const source = sources.get(consent.submissionId);
      return {
        id: publicId("consent", consent.id),
        act: consent.act,
        purpose: purposeWords(consent.purpose),
        at: consent.at,
        how: consentMethods[consent.method],
        wording: consent.wording,
        fingerprint: consent.wording ? createHash("sha256").update(consent.wording).digest("hex") : "",
        language: consent.locale ? (languageNames.of(consent.locale) ?? consent.locale) : "",
        form: consent.formId ? names.form(consent.formId).label : "",
        page: version && {
          words: `${version.title}, version ${version.number}, at ${version.path}`,
          publishedAt: version.publishedAt,
          to: `/w/${workspace.slug}/pages/${publicId("page", version.pageId)}/history?at=${publicId("version", version.id)}`,
        },
        source: source ? sourceWords(source) : "",
        ip: consent.ip,
        submission: consent.submissionId ? publicId("submission", consent.submissionId) : "",
      };
    })
    .reverse();
}

export type ProofAct = Awaited<ReturnType<typeof readProof>>[number];
