import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { createSender } from "~/domain/senders/create-sender.server";
import { findSender } from "~/domain/senders/find-sender.server";
import { listSenders } from "~/domain/senders/list-senders.server";
import { removeSender } from "~/domain/senders/remove-sender.server";
import type { Sender } from "~/domain/senders/sender";
import { dnsRecords, type SendingDomain } from "~/domain/senders/sending-domain";
import { updateSender } from "~/domain/senders/update-sender.server";
import { publicId } from "~/lib/ids";
import type { Urls } from "~/lib/urls";
import { idField, listOf, listQuery, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const dnsState = z.enum(["unchecked", "pass", "fail"]);

const senderAnswer = z.object({
  id: shownId("sender"),
  from_name: z.string(),
  from_email: z.string(),
  reply_to: z.string().nullable(),
  postal_address: z.string(),
  state: z.enum(["unverified", "vouched", "verified"]),
  domain: z
    .object({
      name: z.string(),
      spf: dnsState,
      dkim: dnsState,
      dmarc: dnsState,
      records: z.array(z.object({ type: z.string(), name: z.string(), value: z.string() })),
    })
    .nullable(),
  created_at: shownTime,
});

function show(urls: Urls, sender: Sender & { domain?: SendingDomain }) {
  const { domain } = sender;
  const relay = new URL(urls.app("/")).hostname;
  return {
    id: publicId("sender", sender.id),
    from_name: sender.fromName,
    from_email: sender.fromEmail,
    reply_to: sender.replyTo || null,
    postal_address: sender.postalAddress,
    state: sender.state,
    domain: domain
      ? {
          name: domain.domain,
          spf: domain.spf,
          dkim: domain.dkim,
          dmarc: domain.dmarc,
          records: dnsRecords(domain, relay).map(({ type, name, value }) => ({ type, name, value })),
        }
      : null,
    created_at: time(sender.createdAt),
  };
}

const params = z.object({ sender: idField("sender") });
const fields = {
  from_name: z.string().max(400),
  from_email: z.string().max(600),
  reply_to: z.string().max(600).nullish(),
  postal_address: z.string().max(1000),
};

export const senders: ApiNoun = {
  name: "Senders",
  description: "Who campaigns come from, with the postal address that stands in every message.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/senders",
      scope: "campaigns:read",
      summary: "List senders with the DNS state of their domains",
      query: listQuery,
      answer: listOf(senderAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const found = await listSenders(deps, workspaceId, query);
        const data = found.rows.map((sender) => show(deps.urls, sender));
        return { body: { data, next_cursor: found.nextCursor ?? null } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/senders",
      scope: "campaigns:write",
      summary: "Make a sender",
      body: z.strictObject(fields),
      answer: senderAnswer,
      status: 201,
      run: async ({ deps, actor, workspaceId, body }) => {
        const made = await createSender(deps, actor, {
          workspaceId,
          fromName: body.from_name,
          fromEmail: body.from_email,
          replyTo: body.reply_to ?? "",
          postalAddress: body.postal_address,
        });
        const { rows } = await listSenders(deps, workspaceId, { limit: 500 });
        return {
          body: show(deps.urls, rows.find((row) => row.id === made.id) ?? { ...made, domain: undefined }),
          location: `/senders/${publicId("sender", made.id)}`,
        };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/senders/:sender",
      scope: "campaigns:read",
      summary: "See a sender with the DNS state of its domain",
      unversioned: ["domain"],
      params,
      answer: senderAnswer,
      status: 200,
      rows: ({ params }) => [{ table: "senders", key: { id: params.sender } }],
      run: async ({ deps, workspaceId, params: { sender: senderId } }) => {
        const { rows } = await listSenders(deps, workspaceId, { limit: 500 });
        const found = rows.find(({ id }) => id === senderId);
        if (!found) throw new DomainError("not_found", "sender_not_found", "There is no such sender.");
        return { body: show(deps.urls, found) };
      },
    }),
    apiRoute({
      method: "PATCH",
      path: "/senders/:sender",
      scope: "campaigns:write",
      summary: "Change a sender; another address has to be verified anew",
      params,
      body: z.strictObject(fields).partial(),
      answer: senderAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params: { sender: senderId }, body }) => {
        const before = await findSender(deps.db, workspaceId, senderId);
        if (!before) throw new DomainError("not_found", "sender_not_found", "There is no such sender.");
        await updateSender(deps, actor, {
          workspaceId,
          senderId,
          fromName: body.from_name ?? before.fromName,
          fromEmail: body.from_email ?? before.fromEmail,
          replyTo: body.reply_to === undefined ? before.replyTo : (body.reply_to ?? ""),
          postalAddress: body.postal_address ?? before.postalAddress,
        });
        const { rows } = await listSenders(deps, workspaceId, { limit: 500 });
        return { body: show(deps.urls, rows.find(({ id }) => id === senderId) ?? before) };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/senders/:sender",
      scope: "campaigns:write",
      summary: "Remove a sender; what was sent in its name stays",
      params,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params: { sender: senderId } }) => {
        await removeSender(deps, actor, { workspaceId, senderId });
        return {};
      },
    }),
  ],
};
