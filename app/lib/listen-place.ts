/** Where mail is taken, and the domain that it is sent to. */
export interface ListenPlace {
  host: string;
  port: number;
  domain: string;
}

const shape = /^(?:smtp:\/\/)?(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})(?:\/([a-z0-9-]+(?:\.[a-z0-9-]+)+))?$/i;

export const isListenPlace = (text: string): boolean => shape.test(text);

/** `ADDRESS:PORT[/DOMAIN]`; without a domain mail comes to `fallback`. */
export function readListenPlace(text: string | undefined, fallback: string): ListenPlace | undefined {
  const [, host = "", port = "", domain = fallback] = shape.exec(text ?? "") ?? [];
  if (!host) return undefined;
  return { host: host.replace(/^\[|\]$/g, ""), port: Number(port), domain: domain.toLowerCase() };
}
