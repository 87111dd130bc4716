/** Where to go on after signing in: a path of ours, never another site. */
export function safeNext(next: string | null | undefined, otherwise = "/"): string {
  if (!next?.startsWith("/") || /^\/[/\\]/.test(next) || /[\p{Cc}\\]/u.test(next)) return otherwise;
  return next.slice(0, 2000);
}

/** The path of a request without the framework's own ending for data. */
export function pathOf(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_routes");
  return `${url.pathname.replace(/\.data$/, "")}${url.search}`;
}

export const withNext = (path: string, next: string): string =>
  next === "/" || next === "/workspaces" ? path : `${path}?${new URLSearchParams({ next })}`;
