import type { EndpointInput } from "~/domain/developer/webhook-endpoint";

/** As a form says it; the use case judges. */
export const givenEndpoint = (form: FormData): EndpointInput => ({
  url: String(form.get("url") ?? ""),
  description: String(form.get("description") ?? ""),
  events: form.getAll("events").map(String) as EndpointInput["events"],
});
