import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import type { MailRoute } from "~/domain/mail/describe-mail-route.server";

const ways = {
  smtp: "By SMTP, to the mail server below",
  sendgrid: "By SendGrid's own API",
  outbox: "Nowhere: it stays in the built-in outbox",
} as const;

const securityWords = {
  tls: "TLS from the start",
  starttls: "TLS by STARTTLS, or nothing is sent",
  offered: "TLS where the server offers it",
  none: "None: it is on this machine",
} as const;

function partsOf(route: MailRoute) {
  if (route.via === "outbox") return [];
  const isSmtp = route.via === "smtp";
  return [
    { name: "Server", value: `${route.host}, port ${route.port}` },
    { name: "Encryption", value: securityWords[route.security] },
    { name: "Certificate", value: route.checksCertificate ? "Checked" : "Not checked, on this machine" },
    {
      name: "Signs in",
      value: route.signsIn ? (isSmtp ? "With name and password" : "With a key") : "No",
    },
    ...(isSmtp ? [{ name: "Connections at once", value: String(route.connections) }] : []),
    {
      name: "Events of SendGrid",
      value: route.events ? "Believed by their signature" : "Not taken: SENDGRID_WEBHOOK_KEY is not set",
    },
    { name: "Returned mail", value: route.bounces ? `Taken for ${route.bounces}` : "Not taken" },
  ].filter(({ name }) => !(isSmtp && name === "Events of SendGrid" && !route.events));
}

/** What is in force, never a secret; where it is set. */
export function MailRouteCard({ route, waiting }: { route: MailRoute; waiting: number }) {
  return (
    <Card title="How mail leaves">
      <DetailsList
        items={[
          { name: "Way", value: ways[route.via] },
          ...partsOf(route),
          { name: "Sender of account letters", value: route.sender },
          { name: "Account letters waiting", value: String(waiting) },
        ]}
      />
      <p className="soft">
        The environment sets it, read once at the start: <code>SMTP_URL</code> or{" "}
        <code>SENDGRID_API_KEY</code>. Change it there and start Foyer again. Campaigns leave the same way,
        from the senders of their workspaces.
      </p>
    </Card>
  );
}
