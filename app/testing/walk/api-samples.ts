import { publicId } from "~/lib/ids";
import { letter } from "../factories/test-campaign";
import type { TestApp } from "../http/test-app";
import type { Victim } from "./victim";

export interface ApiSample {
  body?: (victim: Victim) => unknown;
  csv?: string;
  search?: (victim: Victim) => string;
  /** Revision that the change starts from. */
  ifMatch?: (victim: Victim) => number;
  before?: (deps: TestApp["deps"], victim: Victim) => Promise<void>;
  /** Answers of a key of another workspace with these ids are refused, not merely empty. */
  refuses?: true;
}

const setDraft =
  (state: "scheduled" | "paused") =>
  async ({ db }: TestApp["deps"], { workspaceId, ids }: Victim): Promise<void> => {
    await db
      .updateTable("campaigns")
      .set({ state })
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", ids.draft)
      .execute();
  };
const schedule = setDraft("scheduled");
const pause = setDraft("paused");

const campaignOf = ({ ids }: Victim) => ({
  sender_id: publicId("sender", ids.sender),
  topic_id: publicId("topic", ids.topic),
  segment_id: publicId("segment", ids.segment),
});
const first = () => 1;
let sites = 0;
const filter = { match: "all", rules: [] };

/** Sample input for every call of the API, by method and path; a call without one fails the walk. */
export const apiSamples: Record<string, ApiSample> = {
  "GET /sites": {},
  "POST /sites": { body: () => ({ slug: `another-${++sites}`, name: "Another" }) },
  "GET /sites/:site": {},
  "PATCH /sites/:site": { body: () => ({ name: "Changed" }) },
  "GET /sites/:site/domains": {},
  "POST /sites/:site/domains": { body: ({ word }) => ({ domain: `shop.${word}.example` }) },
  "POST /sites/:site/domains/:domain/check": {},
  "GET /sites/:site/domains/:domain": {},
  "PATCH /sites/:site/domains/:domain": { body: () => ({ primary: false }) },
  "DELETE /sites/:site/domains/:domain": {},
  "GET /sites/:site/redirects": {},
  "POST /sites/:site/redirects": { body: () => ({ from: "/from", to: "/to" }) },
  "GET /sites/:site/redirects/:redirect": {},
  "DELETE /sites/:site/redirects/:redirect": {},
  "GET /pages": {},
  "POST /pages": {
    body: ({ ids }) => ({
      site: publicId("site", ids.site),
      path: "/next",
      title: "Next",
      html: "<h1>Next</h1>",
    }),
    refuses: true,
  },
  "GET /pages/:page": {},
  "PATCH /pages/:page": { body: () => ({ title: "Changed" }), ifMatch: first },
  "DELETE /pages/:page": {},
  "GET /pages/:page/versions": {},
  "GET /pages/:page/report": {},
  "POST /pages/:page/publication": {},
  "DELETE /pages/:page/publication": {},
  "GET /pages/:page/schedules": {},
  "GET /pages/:page/schedules/:schedule": {},
  "DELETE /pages/:page/schedules/:schedule": {},
  "GET /pages/:page/preview_links": {},
  "POST /pages/:page/preview_links": { body: () => ({ days: 7 }) },
  "GET /pages/:page/preview_links/:link": {},
  "DELETE /pages/:page/preview_links/:link": {},
  "GET /testimonials": {},
  "POST /testimonials": {
    body: () => ({ words: "They bake well.", name: "Mo", email: "mo@new.example" }),
  },
  "GET /testimonials/:testimonial": {},
  "PATCH /testimonials/:testimonial": { body: () => ({ role: "Baker" }), ifMatch: first },
  "POST /testimonials/:testimonial/consent_request": {},
  "POST /testimonials/:testimonial/withdrawal": {},
  "DELETE /testimonials/:testimonial": {},
  "GET /leads": {},
  "POST /leads": { body: () => ({ email: "mo@new.example", name: "Mo" }) },
  "GET /leads/:lead": {},
  "PATCH /leads/:lead": { body: () => ({ name: "Changed" }), ifMatch: ({ ids }) => ids.leadRevision },
  "DELETE /leads/:lead": {},
  "POST /lead_imports": { csv: "email\nann@new.example\n" },
  "GET /lead_imports/:import": {},
  "GET /lead_fields": {},
  "GET /segments": {},
  "GET /segments/:segment": {},
  "PATCH /segments/:segment": { body: () => ({ name: "Changed" }) },
  "DELETE /segments/:segment": {},
  "POST /segments": { body: () => ({ name: "New", filter }) },
  "GET /consents": { search: ({ word }) => `?email=jo@${word}.example` },
  "GET /topics": {},
  "GET /topics/:topic": {},
  "PATCH /topics/:topic": { body: () => ({ description: "Changed" }) },
  "DELETE /topics/:topic": {},
  "POST /topics": { body: () => ({ name: "New" }) },
  "GET /senders": {},
  "GET /senders/:sender": {},
  "PATCH /senders/:sender": { body: () => ({ from_name: "Changed" }) },
  "DELETE /senders/:sender": {},
  "POST /senders": {
    body: () => ({ from_name: "New", from_email: "new@another.example", postal_address: "1 Quay, Bristol" }),
  },
  "GET /campaigns": {},
  "POST /campaigns": {
    body: (victim) => ({ name: "New", subject: "New", html: letter, ...campaignOf(victim) }),
    refuses: true,
  },
  "GET /campaigns/:campaign": {},
  "PATCH /campaigns/:campaign": { body: campaignOf, ifMatch: first },
  "DELETE /campaigns/:campaign": {},
  "POST /campaigns/:campaign/delivery": { body: () => ({}) },
  "DELETE /campaigns/:campaign/delivery": { before: schedule },
  "POST /campaigns/:campaign/delivery/pause": { before: schedule, body: () => ({}) },
  "DELETE /campaigns/:campaign/delivery/pause": { before: pause },
  "GET /suppressions": {},
  "POST /suppressions": { body: ({ word }) => ({ email: `jo@${word}.example` }) },
  "POST /exports": { body: () => ({}) },
  "GET /exports/:export": {},
  "GET /exports/:export/archive": {},
  "GET /webhook_endpoints": {},
  "POST /webhook_endpoints": { body: () => ({ url: "https://8.8.8.8/hook" }) },
  "GET /webhook_endpoints/:endpoint": {},
  "PATCH /webhook_endpoints/:endpoint": { body: () => ({ description: "Changed" }) },
  "DELETE /webhook_endpoints/:endpoint": {},
  "POST /webhook_endpoints/:endpoint/test": {},
  "POST /webhook_endpoints/:endpoint/secret": {},
  "GET /webhook_endpoints/:endpoint/deliveries": {},
  "POST /webhook_endpoints/:endpoint/deliveries/:delivery/retry": {},
  "GET /audit_entries": {},
  "GET /privacy_requests": {},
  "GET /retention": {},
  "PATCH /retention": { body: () => ({ people_months: 36 }) },
};

/** Calls below /api/v1 that need no key, and why. */
export const openCalls: Record<string, string> = {
  "GET /": "says where the API is described, without data",
  "GET /openapi.json": "describes the API, without data",
  ...Object.fromEntries(
    ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"].map((method) => [`${method} /`, "refused: only GET"]),
  ),
};
