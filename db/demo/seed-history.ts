import { randomBytes } from "node:crypto";
import type { Actor } from "~/domain/actor";
import { rollUpVisits } from "~/domain/analytics/roll-up-visits.server";
import { createCampaign } from "~/domain/campaigns/create-campaign.server";
import { startDeliveryEngine } from "~/domain/campaigns/delivery-engine.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { noteOpens, type Sighting } from "~/domain/campaigns/note-opens.server";
import { startDelivery } from "~/domain/campaigns/start-delivery.server";
import type { Deps } from "~/domain/deps";
import { submissionKey } from "~/domain/forms/submission-key.server";
import { captureLeads } from "~/domain/leads/capture-leads.server";
import type { Gate } from "~/domain/mail/gate";
import type { MailTransport } from "~/domain/mail/transport";
import { insertConversions } from "~/domain/tracking/conversion-queries.server";
import { recordVisits } from "~/domain/tracking/record-visits.server";
import { visitorKey } from "~/domain/tracking/visitor-key.server";
import { createIds } from "~/lib/ids";
import { demoMailHtml } from "./demo-page";
import type { DemoPerson } from "./demo-people";
import { type DemoVisit, demoVisits, visitOf } from "./demo-visits";

const day = 86_400_000;
const minute = 60_000;
const slot = 15 * minute;

export interface DemoPlace {
  workspaceId: string;
  formId: string;
  pageId: string;
  pageVersionId: string;
}

/** A clock of its own, so that what is made looks lived in. */
function backThen<D extends Deps>(deps: D, at: number): D {
  const clock = { now: () => at };
  return { ...deps, clock, ids: createIds(clock) };
}

async function storeVisits(
  deps: Deps,
  { workspaceId, pageId, pageVersionId }: DemoPlace,
  visits: readonly DemoVisit[],
  becameLeads = false,
): Promise<string[]> {
  const now = deps.clock.now();
  const byDay = new Map<number, DemoVisit[]>();
  for (const visit of visits) {
    const date = Math.floor((now - visit.daysAgo * day) / day);
    byDay.set(date, [...(byDay.get(date) ?? []), visit]);
  }
  const ids: string[] = [];
  for (const some of byDay.values()) {
    const rows = some.map(({ daysAgo, visit }) => {
      const at = Math.round(now - daysAgo * day);
      const id = createIds({ now: () => at }).next();
      ids.push(id);
      return { ...visit, workspaceId, pageId, pageVersionId, id, at };
    });
    const salt = randomBytes(32).toString("hex");
    const conversions = rows.map(({ visitor, at }) => ({
      workspace_id: workspaceId,
      page_version_id: pageVersionId,
      visitor_key: visitorKey(salt, visitor),
      page_id: pageId,
      at: at - (at % slot),
    }));
    await deps.transact(async (tx) => {
      await recordVisits(tx, salt, rows);
      if (becameLeads) await insertConversions(tx, conversions);
    });
  }
  return ids;
}

/** Four weeks of visits, counted as the report counts them. */
export async function seedVisits(deps: Deps, place: DemoPlace): Promise<void> {
  await storeVisits(deps, place, demoVisits(deps.clock.now()));
  await rollUpVisits(deps);
}

/** One lead, with the visit it came from, at the time it would have come. */
export async function captureDemoLead(deps: Deps, place: DemoPlace, person: DemoPerson): Promise<void> {
  const [visitId = ""] = await storeVisits(deps, place, [visitOf(person)], true);
  const then = backThen(deps, Math.round(deps.clock.now() - person.daysAgo * day));
  const fields = { name: person.name, email: person.email, item: person.item };
  const consents = [
    ...(person.consents
      ? [{ purpose: "mail", wording: "Write to me about further workshops. I can stop at any time." }]
      : []),
    ...(person.tracking
      ? [
          {
            purpose: "tracking",
            wording: "You may see whether I open your mails, to write less of what nobody reads.",
          },
        ]
      : []),
  ];
  await deps.transact((tx) =>
    captureLeads(then, tx, [
      {
        ...place,
        fields,
        email: person.email,
        name: person.name,
        source: person.source ? { utm_source: person.source } : {},
        language: "en",
        ip: "192.0.2.0",
        visitId,
        dedupeKey: submissionKey(place.formId, fields),
        quarantine: "",
        consents,
      },
    ]),
  );
}

const programs = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0",
  "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  "Mozilla/5.0",
];

/** Opens and clicks over the first days: most within hours, some by machines, some never. */
function demoSightings(
  workspaceId: string,
  campaignId: string,
  deliveryIds: string[],
  sentAt: number,
): Sighting[] {
  return deliveryIds.flatMap((deliveryId, index) => {
    if (index % 6 === 5) return [];
    const ref = { workspaceId, campaignId, deliveryId };
    const userAgent = programs[index % programs.length] ?? "";
    const at = sentAt + (11 + ((index * index * 37) % 2400)) * minute;
    const open: Sighting = { ref, at, userAgent, method: "GET" };
    const again: Sighting = { ...open, at: at + 9 * 60 * minute };
    const click: Sighting = { ...open, at: at + 2 * minute, link: 0, userAgent: programs[2] ?? "" };
    return [open, ...(index % 4 === 0 ? [again] : []), ...(index % 3 === 0 ? [click] : [])];
  });
}

interface SampleCampaign {
  workspaceId: string;
  owner: Actor;
  senderId: string;
  topicId: string;
  daysAgo: number;
}

/** A campaign of the past with its opens and clicks. Its messages are made and go nowhere. */
export async function seedSentCampaign(
  deps: Deps & { gates: readonly Gate[] },
  { workspaceId, owner, senderId, topicId, daysAgo }: SampleCampaign,
): Promise<void> {
  const sentAt = Math.round(deps.clock.now() - daysAgo * day);
  const then = backThen(deps, sentAt);
  const { id: campaignId } = await createCampaign(then, owner, {
    workspaceId,
    name: "Autumn evening (sample, went to nobody)",
    subject: "Thank you for mending with us, {{name|friend}}",
    preheader: "The next evening is on 12 December",
    senderId,
    topicId,
    html: demoMailHtml,
  });
  await startDelivery(then, owner, { workspaceId, campaignId });
  const deliveryIds: string[] = [];
  const nowhere: MailTransport = {
    name: "outbox",
    check: async () => undefined,
    connect: async () => ({
      isOpen: true,
      async send(_envelope, _raw, { deliveryId }) {
        if (deliveryId) deliveryIds.push(deliveryId);
        return { response: "250 sample" };
      },
      close: () => undefined,
    }),
  };
  const engine = startDeliveryEngine(then, { transport: nowhere, gates: deps.gates });
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await getCampaign(deps, workspaceId, campaignId)).state === "sent") break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await engine.stop();
  await noteOpens(then, demoSightings(workspaceId, campaignId, deliveryIds.sort(), sentAt));
}
