import { ownCookies } from "~/domain/consent/own-cookies";
import { variantAt, visitorPlace } from "~/domain/experiments/assign-variant.server";
import { visitorKey, visitorOf } from "~/domain/tracking/visitor-key.server";
import { createDailySalt } from "~/domain/tracking/visitor-salt.server";
import { readUserAgent } from "~/lib/user-agent";
import type { ServerDeps } from "../server-deps";
import type { ServedPage } from "./served-page.server";
import {
  agreesToRecognition,
  keepVariant,
  keptOn,
  readVariantCookie,
  writeVariantCookie,
} from "./variant-cookie";
import type { VariedPage } from "./varied-page.server";

export interface ReadyVariant extends ServedPage {
  variantId: string;
  weight: number;
  varied?: VariedPage;
}

/** A page that is not the same for everybody: the champion first. */
export interface DividedPage {
  id: string;
  pageId: string;
  variants: readonly ReadyVariant[];
  kept: ReadonlyMap<string, string>;
}

export interface AskingVisitor {
  host: string;
  ip: string;
  userAgent: string;
  cookies: string;
  /** Global Privacy Control or Do Not Track: a no. */
  refuses: boolean;
}

/** Chooses among frozen variants: by hash for the day, by cookie with consent, the champion for bots. Asks no database. */
export function createVariantChoice(deps: ServerDeps) {
  const salt = createDailySalt(deps);
  const secure = deps.config.origins.pagesScheme === "https";

  function byKey(page: DividedPage, key: string): ReadyVariant | undefined {
    const kept = page.kept.get(key);
    const keptVariant = kept ? page.variants.find(({ variantId }) => variantId === kept) : undefined;
    return keptVariant ?? variantAt(page.variants, visitorPlace(page.id, key));
  }

  return {
    /** Undefined when the choice needs more than the request: the day's first, and those who consented. */
    atOnce(page: DividedPage, asking: AskingVisitor): ReadyVariant | undefined {
      if (readUserAgent(asking.userAgent).isBot) return page.variants[0];
      const present = salt.present();
      if (!present || asking.cookies.includes("foyer_")) return undefined;
      return byKey(page, visitorKey(present, visitorOf(asking.host, asking.ip, asking.userAgent)));
    },
    async choose(
      page: DividedPage,
      asking: AskingVisitor,
    ): Promise<{ variant?: ReadyVariant; cookie?: string }> {
      if (readUserAgent(asking.userAgent).isBot) return { variant: page.variants[0] };
      const cookies = ownCookies(asking.cookies, secure);
      const mayRemember = agreesToRecognition(cookies) && !asking.refuses;
      const kept = mayRemember ? readVariantCookie(cookies) : [];
      const own = keptOn(kept, page.pageId);
      const known =
        own?.experimentId === page.id && page.variants.find(({ variantId }) => variantId === own.variantId);
      const key = visitorKey(await salt.get(), visitorOf(asking.host, asking.ip, asking.userAgent));
      const variant = known || byKey(page, key);
      if (!mayRemember || known || !variant) return { variant };
      const { variantId } = variant;
      const next = keepVariant(kept, page.pageId, deps.clock.now(), { experimentId: page.id, variantId });
      return { variant, cookie: writeVariantCookie(next, secure) };
    },
  };
}
