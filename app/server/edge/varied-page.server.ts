import type { ThirdParty } from "~/domain/consent/third-party";
import { offerFor, withConsent } from "./consent-layer.server";
import { consentState, type ReadHeader } from "./consent-state";
import type { PlainPage, ServedPage } from "./served-page.server";

/** A page whose bytes depend on what its visitor agreed to: one of few variants, each frozen when first asked for. */
export interface VariedPage {
  /** Undefined when this variant has to be made. */
  ready(header: ReadHeader): ServedPage | undefined;
  answer(header: ReadHeader): Promise<ServedPage>;
}

export function variedPage(
  page: PlainPage,
  parties: readonly ThirdParty[],
  { token, isHttps }: { token: string; isHttps: boolean },
  freeze: (page: PlainPage) => Promise<ServedPage>,
): VariedPage {
  const offer = offerFor(page, parties);
  const variants = new Map<string, ServedPage>();
  const stateOf = (header: ReadHeader) => consentState(header, isHttps, offer);
  return {
    ready: (header) => variants.get(stateOf(header).code),
    async answer(header) {
      const state = stateOf(header);
      const known = variants.get(state.code);
      if (known) return known;
      const made = await freeze(withConsent(page, parties, offer, token, state));
      variants.set(state.code, made);
      return made;
    },
  };
}
