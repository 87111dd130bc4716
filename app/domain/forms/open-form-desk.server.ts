import { LRUCache } from "lru-cache";
import { isDisposableDomain } from "~/lib/disposable-domains.server";
import { isLoopbackIp, networkOf, truncateIp } from "~/lib/ip-address";
import { valueNamed } from "~/lib/named-values";
import { publicLanguage } from "~/lib/public-language";
import { createRateSketch } from "~/lib/rate-sketch";
import type { SentFields, SentFile } from "~/lib/sent-fields";
import { readUserAgent } from "~/lib/user-agent";
import { type FieldDefinition, tokenFieldName, trapFieldName } from "~builder/document/form-definition";
import { detectSensitiveValues } from "../acceptable-use/detect-sensitive-values";
import { trackingPurpose } from "../consent/consent";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import type { CaptureItem, CaptureResult } from "../leads/capture";
import { createLeadSink, type LeadSink } from "../leads/lead-sink.server";
import { storedText } from "../leads/lead-text";
import { type ConversionSink, createConversionSink } from "../tracking/record-conversions.server";
import { visitorOf } from "../tracking/visitor-key.server";
import { standingAllows } from "../workspaces/standing";
import { type CaptchaVerdict, createCaptchaCheck } from "./ask-captcha.server";
import type { CheckedFile } from "./check-files";
import { checkSubmission } from "./check-submission";
import { countLinks, doubtOf } from "./doubt";
import type { FormAddress } from "./form-address";
import { createFormCache, type OpenForm } from "./form-cache.server";
import { createFormTokenReader, type FormTokenBody } from "./form-token.server";
import { formWords } from "./form-words";
import { fromPageAddress } from "./from-page-address";
import { contentsOf, dropFiles, keepFiles } from "./keep-files.server";
import { createProofChecker } from "./proof-of-work.server";
import { readPhone } from "./read-phone.server";
import { handsOverByMail } from "./send-download.server";
import { submissionKey } from "./submission-key.server";
import { submissionSource } from "./submission-source";

export interface GivenSubmission {
  address: FormAddress;
  sent: SentFields;
  files?: ReadonlyMap<string, readonly SentFile[]>;
  ip: string;
  userAgent: string;
  /** Referer of the request: the page with the form, where the browser says so. */
  pageAddress: string;
  /** Host that the form was sent to. */
  ownHost: string;
  /** Became a lead of this page before, as far as a visitor who agreed to be recognised is known. */
  isKnownLead?(pageId: string): boolean;
}

export type SubmissionOutcome =
  | { kind: "stored"; open: OpenForm; result: CaptureResult }
  | { kind: "refused"; open: OpenForm; reason: string; errors: Record<string, string> }
  | { kind: "limited"; retryAfter: number }
  /** Without a language where nothing is known of the form. */
  | { kind: "unknown" | "closed" | "suspended"; language?: string };

export interface FormDesk {
  readonly sink: LeadSink;
  readonly conversions: ConversionSink;
  find(address: FormAddress, token?: string): Promise<OpenForm | undefined>;
  /** Rejects when the store is away or too much is waiting: nothing was stored then. */
  submit(given: GivenSubmission): Promise<SubmissionOutcome>;
  /** Submissions by what became of them, since the start. */
  readonly counts: ReadonlyMap<string, number>;
}

const minute = 60_000;
const mostFromAddress = 60;
/** A loopback peer is a local program or a proxy that is not declared: never one visitor. */
const loopbackFactor = 40;

/** Numbers in telephone, date and number fields look like much: only what is certain counts there. */
const numeric = new Set<FieldDefinition["type"]>(["tel", "number", "date"]);

/** In such fields only card and account numbers count, and none of those has fewer digits. */
const certainDigits = /(?:\d\D*){13}/;

function isSensitive(value: string, field: FieldDefinition): boolean {
  if (field.type === "email" || field.type === "select" || field.type === "radio") return false;
  const atLeast = numeric.has(field.type) ? "certain" : "likely";
  if (atLeast === "certain" && !certainDigits.test(value)) return false;
  return detectSensitiveValues(value, { about: field.label, atLeast }).length > 0;
}

const judged = new LRUCache<string, boolean>({ max: 5000 });

function isThrownAway(domain: string): boolean {
  const known = judged.get(domain);
  if (known !== undefined) return known;
  const thrown = isDisposableDomain(domain);
  judged.set(domain, thrown);
  return thrown;
}

const first = (sent: SentFields, name: string): string => sent.get(name)?.[0] ?? "";
const visitShape = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Where forms are handed in: parse, named steps, one buffered write. */
export function openFormDesk(deps: Deps & { files: FileStore }): FormDesk {
  const now = () => deps.clock.now();
  const forms = createFormCache(deps);
  const readToken = createFormTokenReader(deps);
  const isProof = createProofChecker(now);
  const askCaptcha = createCaptchaCheck(deps);
  const byAddress = createRateSketch(minute, now);
  const byForm = createRateSketch(minute, now);
  const sink = createLeadSink(deps);
  const conversions = createConversionSink(deps);
  const counts = new Map<string, number>();
  const count = <T extends SubmissionOutcome>(outcome: T, name: string = outcome.kind): T => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return outcome;
  };

  function ownToken(token: string, { workspaceId, formId }: FormAddress): FormTokenBody | undefined {
    const body = token ? readToken(token) : undefined;
    return body?.workspaceId === workspaceId && body.formId === formId ? body : undefined;
  }

  const sealOf = (token: string, form: FormAddress) =>
    token === "" ? "none" : ownToken(token, form) ? "own" : "wrong";

  const find = (form: FormAddress, token = ""): Promise<OpenForm | undefined> =>
    forms.get(form.workspaceId, form.formId, ownToken(token, form)?.pageVersionId ?? "");

  function doubt(
    given: GivenSubmission,
    item: CaptureItem,
    hits: number,
    definition: OpenForm["definition"],
    captcha: CaptchaVerdict,
  ) {
    const token = first(given.sent, tokenFieldName);
    const hasProof = token !== "" && isProof(token, first(given.sent, "_pow"));
    const fill = first(given.sent, "_ms");
    const texts = definition.fields
      .filter((field) => field.type !== "url" && field.type !== "email")
      .map((field) => valueNamed(item.fields, field.name) ?? "");
    return doubtOf({
      trapFilled: first(given.sent, trapFieldName) !== "",
      token: sealOf(token, item),
      hasProof,
      captcha,
      fillMs: /^\d{1,9}$/.test(fill) ? Number(fill) : undefined,
      botAgent: readUserAgent(given.userAgent).isBot,
      disposableAddress: item.email !== "" && isThrownAway(item.email.split("@")[1] ?? ""),
      links: countLinks(texts),
      fromAddress: isLoopbackIp(given.ip) ? hits / loopbackFactor : hits,
      onForm: hasProof || captcha === "passed" ? 0 : byForm.hit(item.formId),
    });
  }

  /** Files lie in the store before the row that names them, and go again when there will be none. */
  async function store(item: CaptureItem, files: readonly CheckedFile[]): Promise<CaptureResult> {
    if (files.length === 0) return sink.add(item);
    const kept = await keepFiles(deps, item.workspaceId, files);
    try {
      const result = await sink.add({ ...item, files: kept });
      if (result.repeated) await dropFiles(deps, item.workspaceId, kept);
      return result;
    } catch (error) {
      await dropFiles(deps, item.workspaceId, kept);
      throw error;
    }
  }

  return {
    sink,
    conversions,
    counts,
    find,
    async submit(given) {
      const hits = byAddress.hit(networkOf(given.ip));
      if (hits > (isLoopbackIp(given.ip) ? mostFromAddress * loopbackFactor : mostFromAddress)) {
        return count({ kind: "limited", retryAfter: 60 });
      }
      const open = await find(given.address, first(given.sent, tokenFieldName));
      if (!open) return count({ kind: "unknown" });
      const { form, workspace, definition } = open;
      if (!standingAllows(workspace.standing, "serve")) {
        return count({ kind: "suspended", language: form.language });
      }
      if (!form.liveVersionId) return count({ kind: "closed", language: form.language });

      const sent = fromPageAddress(definition, given.sent, given);
      const checked = checkSubmission(definition, sent, {
        words: formWords[publicLanguage(form.language)],
        minimumAge: workspace.minimumAge,
        now: now(),
        isSensitive,
        files: given.files,
        readPhone,
      });
      if (!checked.ok) {
        const { reason, errors } = checked;
        return count({ kind: "refused", open, reason, errors }, `refused_${reason}`);
      }
      const tracked = checked.consents.some((consent) => consent.purpose === trackingPurpose);
      const visitId = first(given.sent, "_v");
      const item: CaptureItem = {
        workspaceId: workspace.id,
        formId: form.id,
        pageId: form.pageId,
        pageVersionId: open.pageVersionId,
        fields: Object.fromEntries(
          Object.entries(checked.fields).map(([name, value]) => [name, storedText(value)]),
        ),
        email: checked.email,
        name: checked.name,
        source: submissionSource({
          pageAddress: given.pageAddress,
          referrer: first(given.sent, "_ref"),
          ownHost: given.ownHost,
        }),
        language: form.language,
        ip: truncateIp(given.ip) ?? "",
        // A visit is tied to a person only with consent.
        visitId: tracked && visitShape.test(visitId) ? visitId : "",
        dedupeKey: submissionKey(form.id, { ...checked.fields, ...contentsOf(checked.files) }),
        quarantine: "",
        consents: checked.consents,
        ...(handsOverByMail(definition) ? { wantsDownload: true } : {}),
        ...(workspace.doubleOptIn
          ? {
              confirmation: {
                name: workspace.privacySettings.controller || workspace.name,
                replyTo: workspace.privacySettings.contact,
              },
            }
          : {}),
      };
      const captcha = await askCaptcha(first(given.sent, "_captcha"), given.ownHost);
      const quarantine = doubt(given, item, hits, definition, captcha);
      const result = await store({ ...item, quarantine }, checked.files);
      const { workspaceId, pageId, pageVersionId } = item;
      const isNew = !quarantine && !given.isKnownLead?.(pageId);
      if (isNew && !readUserAgent(given.userAgent).isBot) {
        const visitor = visitorOf(given.ownHost, given.ip, given.userAgent);
        conversions.note({ workspaceId, pageId, pageVersionId, visitor, at: now() });
      }
      return count({ kind: "stored", open, result }, quarantine ? `quarantined_${quarantine}` : "stored");
    },
  };
}
