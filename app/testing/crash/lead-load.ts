import { Agent, request } from "node:http";
import { pause } from "./seeded-random";

export interface Acknowledged {
  id: string;
  leadId: string;
}

export interface LeadLoad {
  /** E-mail address to what the server said when it had stored it. */
  readonly acknowledged: Map<string, Acknowledged>;
  /** Sent without an answer: may be stored or not. */
  readonly unanswered: Set<string>;
  /** How often each status came. */
  readonly statuses: Map<number, number>;
  /** Retry-After of the refusals. */
  readonly retryAfter: Set<string>;
  /** Sends the unanswered ones again, as a patient visitor would. */
  repeatUnanswered(): Promise<void>;
  stop(): Promise<void>;
}

export interface HostedForm {
  port: number;
  host: string;
  action: string;
  /** Hidden fields, such as the token. */
  hidden: Record<string, string>;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

/** Reads the first form of a published page as a browser without script would. */
export async function readHostedForm(port: number, slug: string, path = "/"): Promise<HostedForm> {
  const host = `${slug}.localhost:${port}`;
  const page = await send(new Agent(), { port, host, action: path, hidden: {} }, "GET");
  const form = /<form\b[^>]*>[\s\S]*?<\/form>/.exec(page.body)?.[0];
  if (!form) throw new Error(`No form on ${host}${path} (${page.status}): ${page.body.slice(0, 300)}`);
  const hidden: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    hidden[attribute(tag, "name")] = attribute(tag, "value");
  }
  return { port, host, action: attribute(form, "action"), hidden };
}

interface Answer {
  status: number;
  body: string;
  retryAfter: string;
}

export function send(
  agent: Agent,
  form: HostedForm,
  method: "GET" | "POST",
  body = "",
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: "127.0.0.1",
        port: form.port,
        path: form.action,
        method,
        headers: {
          host: form.host,
          ...(method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {}),
          "content-length": Buffer.byteLength(body),
          ...headers,
        },
        timeout: 15_000,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            body: Buffer.concat(chunks).toString("utf8"),
            retryAfter: incoming.headers["retry-after"] ?? "",
          }),
        );
      },
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer within 15 s")));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Many visitors with distinct addresses, each sending one form after the other until stopped. */
export function startLeadLoad(form: HostedForm, visitors: number, people: string): LeadLoad {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors });
  const acknowledged = new Map<string, Acknowledged>();
  const unanswered = new Set<string>();
  const statuses = new Map<number, number>();
  const retryAfter = new Set<string>();
  let sent = 0;
  let stopped = false;

  async function submit(email: string, number: number): Promise<void> {
    const body = new URLSearchParams({
      ...form.hidden,
      name: `Visitor ${number}`,
      email,
      consent_mail: "yes",
    });
    try {
      const ip = `203.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
      const answer = await send(agent, form, "POST", body.toString(), {
        accept: "application/json",
        "x-forwarded-for": ip,
      });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.retryAfter) retryAfter.add(answer.retryAfter);
      if (answer.status !== 201) {
        await pause(20);
        return;
      }
      const { id, lead_id: leadId } = JSON.parse(answer.body) as { id: string; lead_id: string };
      acknowledged.set(email, { id, leadId });
      unanswered.delete(email);
    } catch (error) {
      // Refused connections carried nothing.
      if ((error as { code?: string }).code !== "ECONNREFUSED") unanswered.add(email);
      await pause(50);
    }
  }

  const visitor = async () => {
    while (!stopped) {
      sent += 1;
      await submit(`visitor${sent}@${people}`, sent);
    }
  };
  const running = Array.from({ length: visitors }, visitor);

  return {
    acknowledged,
    unanswered,
    statuses,
    retryAfter,
    async repeatUnanswered() {
      const again = [...unanswered];
      for (let at = 0; at < again.length; at += visitors) {
        const some = again.slice(at, at + visitors);
        await Promise.all(some.map((email) => submit(email, Number(/\d+/.exec(email)?.[0] ?? 0))));
      }
      if (unanswered.size > 0) throw new Error(`Still no answer for ${unanswered.size} submissions`);
    },
    async stop() {
      stopped = true;
      await Promise.all(running);
      agent.destroy();
    },
  };
}

/** Waits until that many more are acknowledged. */
export async function moreLeads(load: LeadLoad, howMany: number): Promise<void> {
  const wanted = load.acknowledged.size + howMany;
  const until = Date.now() + 30_000;
  while (load.acknowledged.size < wanted) {
    if (Date.now() > until)
      throw new Error(`No ${howMany} leads within 30 s: ${JSON.stringify([...load.statuses])}`);
    await pause(20);
  }
}
