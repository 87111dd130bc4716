import { loaderSource } from "./page-script";
import type { RenderedPage } from "./render-page";

export interface CspOptions {
  /** Base64 SHA-256 of `rendered.css`. */
  styleHash: string;
  /** Who may show the page in a frame; nobody by default. */
  frameAncestors?: string;
}

/** The Content-Security-Policy a rendered page is served under: nothing runs or loads but our own. */
export function pageCsp(rendered: RenderedPage, options: CspOptions): string {
  return [
    "default-src 'none'",
    `script-src ${rendered.usesScript ? `'self' ${loaderSource}` : "'none'"}`,
    `connect-src ${rendered.usesScript ? "'self'" : "'none'"}`,
    `style-src 'sha256-${options.styleHash}'`,
    ["img-src 'self' data:", ...rendered.imageOrigins].join(" "),
    "font-src 'self'",
    "media-src 'self'",
    ...(rendered.frameOrigins.length > 0 ? [["frame-src", ...rendered.frameOrigins].join(" ")] : []),
    // Browsers also check where the answer to a form leads to.
    ["form-action 'self'", ...rendered.formOrigins].join(" "),
    "base-uri 'none'",
    `frame-ancestors ${options.frameAncestors ?? "'none'"}`,
  ].join("; ");
}
