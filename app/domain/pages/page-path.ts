export const maxPathLength = 200;

/** First parts of a path that the public edge keeps for itself. */
const reserved = new Set(
  `f v o c u d consent confirm preferences privacy-request abuse unsubscribe _foyer _files assets api inbound
  healthz readyz metrics apple-touch-icon.png robots.txt sitemap.xml favicon.ico favicon.svg`
    .split(/\s+/)
    .filter(Boolean),
);

export type PathResult = { ok: true; path: string } | { ok: false; message: string };

const segment = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;

/** The one spelling of a page's path, or what is wrong with it. */
export function parsePagePath(input: string): PathResult {
  const trimmed = input.trim().toLowerCase();
  const path = `/${trimmed.replace(/^\//, "").replace(/\/$/, "")}`;
  if (path === "/") return { ok: true, path };
  if (path.length > maxPathLength) return { ok: false, message: "Use at most 200 characters." };
  const parts = path.slice(1).split("/");
  if (!parts.every((part) => segment.test(part) && !part.includes(".."))) {
    return {
      ok: false,
      message: "Use lower-case letters, digits, hyphens and slashes, such as /spring-fair.",
    };
  }
  if (reserved.has(parts[0] ?? "")) {
    return { ok: false, message: `/${parts[0]} is kept for the platform. Choose another address.` };
  }
  return { ok: true, path };
}
