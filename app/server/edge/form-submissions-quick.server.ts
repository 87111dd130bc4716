import { clientIp, parseAddressRanges } from "~/lib/ip-address";
import type { QuickAnswer } from "../door/open-door.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { answerBytes, type EdgeAnswer } from "./edge-answer.server";
import { type Asking, failureAnswer, faultAnswer } from "./form-submissions-answers.server";
import { isMultipart } from "./form-submissions-bodies";

/** A submission as it came, by whichever way. */
export interface HandedIn extends Asking {
  form: string;
  body: Buffer;
  ip: string;
  userAgent: string;
  referer: string;
  host: string;
  cookies: string;
  siteSlug: string;
}

const formPath = /^\/f\/[\w-]{1,100}$/;

/** Submissions without files, below the router: each visitor who becomes a lead comes through here. */
export function quickSubmissions(
  deps: ServerDeps,
  surfaces: Surfaces,
  { bodyLimit, handIn }: { bodyLimit: number; handIn: (given: HandedIn) => Promise<EdgeAnswer> },
): QuickAnswer {
  const trusted = parseAddressRanges(deps.config.http.trustedProxies.join(","));

  async function answer(given: HandedIn): Promise<Buffer> {
    try {
      return answerBytes(await handIn(given));
    } catch (error) {
      const answer = failureAnswer(given, error);
      if (answer) return answerBytes(answer);
      deps.log.error({ err: error }, "request failed");
      return answerBytes(faultAnswer(given));
    }
  }

  return (request) => {
    if (request.method !== "POST" || !formPath.test(request.path)) return undefined;
    const contentType = request.header("content-type");
    if (isMultipart(contentType) || request.body.length > bodyLimit) return undefined;
    if (surfaces.of(request.host) !== surfaces.site) return undefined;
    return answer({
      accept: request.header("accept"),
      acceptLanguage: request.header("accept-language"),
      contentType,
      form: request.path.slice("/f/".length),
      body: request.body,
      ip: clientIp(request.remoteAddress, request.header("x-forwarded-for"), trusted),
      userAgent: request.header("user-agent"),
      referer: request.header("referer"),
      host: request.host,
      cookies: request.header("cookie"),
      siteSlug: surfaces.siteSlug(request.host),
    });
  };
}
