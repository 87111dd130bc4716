import { CookieConsent } from "cookie-consent-js/src/cookie-consent.js";
import { type BannerWords, bannerWords, wordingVersion } from "./banner-words";
import { type Choice, readChoice, sendChoice } from "./choice";

interface Offer {
  page: string;
  /** Categories this page needs: analytics, marketing. */
  asks: string[];
  /** Ask now; else only the way to change one's mind is shown. */
  ask: boolean;
}

/** The library's own cookie is not used: ours carries the categories, and comes with the proof. */
const libraryCookie = "foyer_banner";

const css = `
#foyer-consent{position:fixed;inset-inline:0;bottom:0;z-index:2147483000;display:flex;justify-content:center;padding:16px;font:16px/1.5 system-ui,sans-serif}
#foyer-consent .modal-content{max-width:42rem;max-height:80vh;overflow:auto;padding:20px 24px;border-radius:12px;background:#fff;color:#1d2a30;box-shadow:0 6px 40px rgb(0 0 0/.28)}
#foyer-consent h3{margin:0 0 6px;font-size:1.15rem}#foyer-consent p{margin:0 0 10px}
#foyer-consent label{display:flex;gap:8px;align-items:center;min-height:28px}
#foyer-consent .buttons{display:flex;flex-wrap:wrap;gap:10px;margin-top:14px}
#foyer-consent button{flex:1 1 9rem;font:inherit;font-weight:600;padding:11px 18px;border:1px solid #17595a;border-radius:8px;background:#fff;color:#17595a;cursor:pointer}
.foyer-consent-change{display:block;margin:24px auto;padding:8px 12px;border:0;background:none;color:inherit;font:14px system-ui,sans-serif;text-decoration:underline;cursor:pointer}`;

function contentOf(words: BannerWords, asks: readonly string[], chosen: Choice | undefined) {
  const boxes = (["analytics", "marketing"] as const)
    .filter((category) => asks.includes(category))
    .map(
      (category) =>
        `<label><input type="checkbox" name="${category}"${chosen?.[category] ? " checked" : ""}>${words[category]}</label>`,
    );
  return {
    title: words.title,
    body: `<p id="foyer-consent-text">${words.body}</p>${boxes.join("")}`,
    privacyPolicy: "",
    buttonAcceptAll: words.accept,
    buttonAcceptTechnical: words.refuse,
  };
}

/** What the library leaves open for people who do not see or do not use a pointer. */
function makeAccessible(box: HTMLElement, returnTo: Element | null): void {
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-labelledby", "foyer-consent-title");
  box.setAttribute("aria-describedby", "foyer-consent-text");
  box.tabIndex = -1;
  box.querySelector("h3")?.setAttribute("id", "foyer-consent-title");
  for (const button of Array.from(box.querySelectorAll("button"))) button.type = "button";
  document.body.prepend(box);
  box.addEventListener("focusout", () => {
    if (box.style.display === "none" && returnTo instanceof HTMLElement) returnTo.focus();
  });
}

export function offerChoice({ page, asks, ask }: Offer): void {
  const language = document.documentElement.lang.split("-")[0] ?? "en";
  const words = bannerWords[language] ?? (bannerWords.en as BannerWords);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  function show(returnTo: Element | null): void {
    document.getElementById("foyer-consent")?.remove();
    const texts = contentOf(words, asks, readChoice());
    let accepted = false;
    const consent = new CookieConsent({
      modalId: "foyer-consent",
      cookieName: libraryCookie,
      lang: "own",
      content: { own: texts, ...texts },
      postSelectionCallback() {
        accepted = consent.trackingAllowed();
        // biome-ignore lint/suspicious/noDocumentCookie: takes away what the library sets
        document.cookie = `${libraryCookie}=; Path=/; SameSite=Strict; Max-Age=0`;
        const box = document.getElementById("foyer-consent");
        const ticked = (name: string) =>
          box?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.checked ?? false;
        const some = ticked("analytics") || ticked("marketing");
        // Accepting without ticking single categories accepts those this page asks for.
        const takes = (name: string) => accepted && asks.includes(name) && (some ? ticked(name) : true);
        void sendChoice(
          page,
          { analytics: takes("analytics"), marketing: takes("marketing") },
          wordingVersion,
        );
      },
    });
    const box = document.getElementById("foyer-consent");
    if (box) makeAccessible(box, returnTo);
  }

  const change = document.createElement("button");
  change.type = "button";
  change.className = "foyer-consent-change";
  change.textContent = words.change;
  change.addEventListener("click", () => {
    show(change);
    document.getElementById("foyer-consent")?.focus();
  });
  document.body.append(change);
  if (ask) show(null);
}
