import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { composeMail } from "./compose-mail.server";
import { postalAddress, recordedBasis, unsubscribeLink } from "./message";
import { createSendgridTransport } from "./sendgrid-transport.server";
import { isMailError } from "./transport";

interface Asked {
  url: string;
  authorization: string;
  body: Record<string, unknown>;
}

const asked: Asked[] = [];
let status = 202;
let api: http.Server;
let apiBase = "";

beforeAll(async () => {
  api = http.createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { url = "", headers } = request;
      const body = JSON.parse(Buffer.concat(parts).toString());
      asked.push({ url, authorization: headers.authorization ?? "", body });
      reply.writeHead(status).end(status === 202 ? "" : '{"errors":[{"message":"no"}]}');
    });
  });
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  apiBase = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
});
afterAll(() => void api.close());
beforeEach(() => {
  asked.length = 0;
  status = 202;
});

const link = "https://links.example.org/u/abc";
const letter = () =>
  composeMail(
    {
      class: "marketing",
      messageId: "01@harbour.example",
      from: { name: "Käthe", email: "news@harbour.example" },
      to: "jane@people.example",
      subject: "Grüße, Jane",
      html: `<p>Hello</p><p>Quay Street 1</p><a href="${link}">Stop</a>`,
      text: `Hello\nQuay Street 1\n${link}`,
      unsubscribe: unsubscribeLink(link),
      postalAddress: postalAddress("Quay Street 1"),
      basis: recordedBasis("01"),
      feedbackId: "campaign:workspace:campaign:foyer",
    },
    0,
  );

async function send(base = apiBase) {
  const connection = await createSendgridTransport({ apiKey: "SG.key", apiBase: base }).connect();
  const envelope = { from: "b@bounces.example", to: "jane@people.example" };
  const meta = { workspaceId: "W", audience: "marketing", subject: "", deliveryId: "D" } as const;
  return connection.send(envelope, await letter(), meta);
}

async function outcome(base?: string): Promise<string> {
  try {
    await send(base);
    return "sent";
  } catch (error) {
    return isMailError(error) ? `${error.outcome} at ${error.stage}` : String(error);
  }
}

describe("the transport of SendGrid", () => {
  it("hands over the whole message with our headers, our names for events, and none of its own tracking", async () => {
    await send();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      url: "/v3/mail/send",
      authorization: "Bearer SG.key",
      body: {
        personalizations: [
          {
            to: [{ email: "jane@people.example" }],
            custom_args: { foyer_workspace: "W", foyer_delivery: "D" },
          },
        ],
        from: { email: "news@harbour.example", name: "Käthe" },
        subject: "Grüße, Jane",
        content: [
          { type: "text/plain", value: expect.stringContaining(link) },
          { type: "text/html", value: expect.stringContaining("<p>Hello</p>") },
        ],
        headers: {
          "List-Unsubscribe": `<${link}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          "Feedback-ID": "campaign:workspace:campaign:foyer",
          "Message-ID": "<01@harbour.example>",
        },
        tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
      },
    });
  });

  it("tells a refusal for good from one for now", async () => {
    expect(await outcome()).toBe("sent");
    status = 400;
    expect(await outcome()).toBe("permanent at data");
    for (const now of [401, 403, 429, 500, 503]) {
      status = now;
      expect(await outcome(), String(now)).toBe("temporary at connect");
    }
    const closed = http.createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const nobody = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
    await new Promise((resolve) => closed.close(resolve));
    expect(await outcome(nobody)).toBe("temporary at connect");
  });
});
