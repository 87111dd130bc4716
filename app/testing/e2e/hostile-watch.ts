import type { BrowserContext, Page, Request } from "playwright-core";

export interface Watch {
  /** What ran, what was asked of whom, where somebody was led: nothing of it may be. */
  happened: string[];
  /** What a policy held up, as the browser says it: the sanitiser had let it through. */
  heldUp: string[];
}

const mark = "hostile-watch ";

/** Follows everything that pages of a context do, in every frame. `mayAsk` names the origins that are ours. */
export async function watchContext(
  context: BrowserContext,
  mayAsk: (url: string) => boolean,
): Promise<Watch> {
  const watch: Watch = { happened: [], heldUp: [] };
  await context.addInitScript((mark) => {
    const tell = (what: string) => console.debug(`${mark}${location.href}: ${what}`);
    for (const name of ["alert", "confirm", "prompt", "print"])
      Object.defineProperty(window, name, { value: (said: unknown) => tell(`ran ${name} ${said}`) });
  }, mark);
  const attend = (page: Page) => {
    page.on("console", (message) => {
      const [text = "", what] = message.text().split(mark);
      if (what) watch.happened.push(what);
      else if (/Content Security Policy/i.test(text)) watch.heldUp.push(text);
    });
    // What a policy stops is not asked for, although it is named here; it is known by how it fails.
    const note = (request: Request, failed?: string) => {
      if (mayAsk(request.url()) || failed === "csp") return;
      watch.happened.push(`${request.frame().url()}: asked ${request.url()} as ${request.resourceType()}`);
    };
    page.on("requestfinished", (request) => note(request));
    page.on("requestfailed", (request) => note(request, request.failure()?.errorText));
    page.on("dialog", (dialog) => {
      // The editor's own question before its words are lost.
      if (dialog.type() === "beforeunload") return void dialog.accept();
      watch.happened.push(`${page.url()}: dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => watch.happened.push(`${page.url()}: script failed: ${error.message}`));
    page.on("framenavigated", (frame) => {
      const url = frame.url();
      if (!/^(?:about:|chrome-error:)/.test(url) && !mayAsk(url)) watch.happened.push(`led to ${url}`);
    });
  };
  context.pages().forEach(attend);
  context.on("page", attend);
  return watch;
}

/** Does to every element what people's hands and slow networks do; the marked sections met, and links of odd kinds. */
export async function stirUp(page: Page): Promise<{ sections: string[]; oddLinks: string[] }> {
  return page.evaluate(() => {
    const found = { sections: [] as string[], oddLinks: [] as string[] };
    const visit = (view: Window & typeof globalThis) => {
      const { document } = view;
      for (const element of Array.from(document.querySelectorAll("body *"))) {
        for (const type of ["mouseover", "focus", "toggle", "pointerdown", "animationend", "error", "load"])
          element.dispatchEvent(new view.Event(type));
        if (/^vector-/.test(element.id)) found.sections.push(element.id);
        for (const name of ["href", "action", "formaction", "src", "data"]) {
          const url = element.getAttribute(name);
          if (url === null || !URL.canParse(url, document.baseURI)) continue;
          const whole = new URL(url, document.baseURI).href;
          // A drawing runs nothing inside a picture.
          if (element.tagName === "IMG" && whole.startsWith("data:image/")) continue;
          if (!/^(?:(?:https?|mailto|tel|sms|about|blob):|data:image\/(?!svg)|data:,)/.test(whole))
            found.oddLinks.push(url);
        }
      }
      for (const frame of Array.from(document.querySelectorAll("iframe"))) {
        const inner = frame.contentWindow as (Window & typeof globalThis) | null;
        if (!frame.contentDocument || !inner) continue;
        visit(inner);
      }
    };
    visit(window);
    return found;
  });
}
