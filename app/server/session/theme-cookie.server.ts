import type { Config } from "~/config.server";

const year = 365 * 24 * 3600;

/** Colours chosen by hand, kept by the browser so that the first paint has them; anything else means the device's. */
export function themeCookie(config: Config, theme: unknown): string {
  const secure = config.origins.app.startsWith("https:") ? "; Secure" : "";
  const chosen = theme === "light" || theme === "dark";
  return `theme=${chosen ? theme : ""}; Path=/; SameSite=Lax; Max-Age=${chosen ? year : 0}${secure}`;
}

/** The choice a request carries; undefined without one. */
export const readTheme = (request: Request): "light" | "dark" | undefined => {
  const [, theme] = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(request.headers.get("cookie") ?? "") ?? [];
  return theme as "light" | "dark" | undefined;
};
