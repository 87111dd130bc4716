import { makeLiveWorkspace, makeRecipients, startCampaign } from "../../app/testing/crash/live-workspace";
import { bareSmtp, startCountingSink } from "./bare-smtp";
import { type Stage, settle } from "./stage";

const recipients = 6000;
const connections = 5;

/** A campaign through the whole engine, against a client that hands over ready-made messages to the same sink. */
export async function benchCampaigns(stage: Stage): Promise<void> {
  const { database, server } = stage;
  const sink = await startCountingSink();
  try {
    await server.stop();
    const settings = {
      SMTP_URL: sink.url,
      SMTP_CONNECTIONS: String(connections),
      SENDER_VERIFICATION: "off",
    };
    const workspace = await makeLiveWorkspace({ ...server.env, ...settings }, "mailers");
    await makeRecipients(server.env, workspace.id, recipients);
    await server.restart(settings);
    const started = Date.now();
    const campaignId = await startCampaign(server, workspace);
    const until = started + 180_000;
    let state = await sink.ask("count");
    while (state.taken < recipients && Date.now() < until) {
      await settle(100);
      state = await sink.ask("count");
    }
    await settle();
    const sent = await database.count(
      `select count(*) c from deliveries where campaign_id = '${campaignId}' and state = 'sent'`,
    );
    if (state.taken !== recipients || sent !== recipients) {
      stage.fail(
        `campaign: ${recipients} written to, ${state.taken} taken by the sink, ${sent} known as sent`,
      );
    }
    const perSecond = state.taken / ((state.lastAt - started) / 1000);
    const { samples } = await sink.ask("samples");
    if (!samples.every((raw) => /^DKIM-Signature:/im.test(raw) && /^List-Unsubscribe-Post:/im.test(raw))) {
      stage.fail("campaign: a message without signature or unsubscribe header");
    }
    stage.add({
      name: "campaign messages",
      value: perSecond,
      unit: "messages/s",
      reference: {
        name: "bare SMTP client, ready-made",
        value: await bareSmtp(sink, samples, recipients, connections),
      },
      note: `${recipients} people, ${connections} connections, ${Math.round((samples[0]?.length ?? 0) / 1024)} KB each`,
    });
  } finally {
    sink.stop();
  }
}
