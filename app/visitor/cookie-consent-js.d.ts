declare module "cookie-consent-js/src/cookie-consent.js" {
  export class CookieConsent {
    constructor(options: {
      modalId: string;
      cookieName: string;
      lang: string;
      content: Record<string, unknown>;
      postSelectionCallback: () => void;
    });
    trackingAllowed(): boolean;
    reset(): void;
  }
}
