import { CheckboxGroup } from "~/components/ui/radio-group";
import { TextField } from "~/components/ui/text-field";
import { type WebhookEndpoint, webhookTypeNames, webhookTypes } from "~/domain/developer/webhook-endpoint";

/** Where messages go, and which. */
export function WebhookFields({
  endpoint,
}: {
  endpoint?: Pick<WebhookEndpoint, "url" | "description" | "events">;
}) {
  return (
    <>
      <TextField
        name="url"
        label="Address"
        type="url"
        hint="Such as https://example.com/hooks/foyer. Messages are sent there by POST."
        defaultValue={endpoint?.url}
        maxLength={2000}
        required
      />
      <TextField
        name="description"
        label="What receives them"
        optional
        maxLength={200}
        defaultValue={endpoint?.description}
      />
      <CheckboxGroup
        name="events"
        legend="Messages"
        hint="None ticked means all, also those that come later."
        options={webhookTypeNames.map((type) => ({ value: type, label: webhookTypes[type], hint: type }))}
        defaultValue={endpoint?.events}
      />
    </>
  );
}
