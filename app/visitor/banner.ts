import { CookieConsent } from "cookie-consent-js/src/cookie-consent.js";
import type { CookieCategory } from "../domain/consent/cookie-choice";
import { readChoice, reloadEvent } from "./choice";
import { escapeText, isBarred, type Question, questionBody, readQuestion } from "./consent-question";
import { takeBack } from "./take-back";

const boxId = "foyer-consent";
/** The library's own cookie is not used: ours carries the categories, and comes with the proof. */
const libraryCookie = "foyer_banner";

const question = readQuestion(document.currentScript?.getAttribute("data-consent") ?? "{}");
const said = document.createElement("p");
let agreedTo: readonly CookieCategory[] = question.served;
let hasTyped = false;
let returnTo: HTMLElement | undefined;

const box = () => document.getElementById(boxId);
const isOpen = () => box() !== null && box()?.style.display !== "none";

/** Below the page, so that its end can be scrolled out from behind the box, by whoever moves the focus too. */
function leaveRoom(height: string): void {
  const { style } = document.documentElement;
  style.scrollPaddingBottom = height;
  style.setProperty("padding-bottom", height, "important");
}

/** For those who see nothing appear or vanish. */
function say(text: string): void {
  setTimeout(() => {
    said.textContent = text;
  }, 100);
}

/** Out of the way at once: an answer may take its time, and comes to somebody who went on, or opened the box again. */
function putAway(): void {
  const shown = box();
  if (shown) shown.style.display = "none";
  leaveRoom("");
  returnTo?.focus();
  returnTo = undefined;
}

function close(): void {
  putAway();
  box()?.remove();
}

function loadAgain(): void {
  dispatchEvent(new Event(reloadEvent));
  location.reload();
}

async function decide(granted: readonly CookieCategory[]): Promise<void> {
  const answered = box();
  putAway();
  const chosen = Object.fromEntries(question.categories.map((name) => [name, granted.includes(name)]));
  const { gpc, dnt, t, mark, language } = question;
  const answer = await fetch("/consent", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ t, o: mark, l: language, gpc, dnt, ...chosen }),
    keepalive: true,
  }).catch(() => undefined);
  if (answer?.status === 409) return loadAgain();
  // What was not kept was not chosen: the page stays as it is, and the question is asked again.
  if (!answer?.ok) return answered?.remove();
  agreedTo = granted;
  takeBack(question, granted);
  const isWithdrawn = question.served.some((name) => !granted.includes(name));
  const isMore = granted.some((name) => !question.served.includes(name));
  // Words somebody has typed are not lost for more services: those load with the next page.
  if (isWithdrawn || (isMore && !hasTyped)) return loadAgain();
  question.asks = false;
  answered?.remove();
  say(question.words.saved);
  dispatchEvent(new CustomEvent("foyer:consent", { detail: chosen }));
}

function ticked(): CookieCategory[] {
  return question.categories.filter(
    (name) => box()?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.checked,
  );
}

/** What the library leaves open for people who do not see or do not use a pointer. */
function makeAccessible(element: HTMLElement): void {
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-labelledby", `${boxId}-title`);
  element.setAttribute("aria-describedby", `${boxId}-text`);
  element.lang = question.language;
  element.dir = question.language === "ar" ? "rtl" : "ltr";
  element.tabIndex = -1;
  const title = element.querySelector("h3");
  const heading = document.createElement("h2");
  heading.id = `${boxId}-title`;
  heading.className = "modal-title";
  heading.textContent = title?.textContent ?? "";
  title?.replaceWith(heading);
  const [refuse, accept] = Array.from(element.querySelectorAll("button"));
  const save = document.createElement("button");
  save.textContent = question.words.save;
  save.addEventListener("click", () => void decide(ticked()));
  refuse?.after(save);
  for (const button of [refuse, save, accept]) if (button) button.type = "button";
  document.body.prepend(element);
  // Above everything that the page itself puts in front, wherever its styles move the body.
  element.popover = "manual";
  element.showPopover?.();
  // The element in focus is never hidden behind the box.
  const { height } = element.getBoundingClientRect();
  leaveRoom(`${Math.ceil(height)}px`);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !question.asks) close();
  });
}

function open(): void {
  box()?.remove();
  said.textContent = "";
  const { words } = question;
  const texts = {
    title: escapeText(question.words.title),
    body: questionBody(question, agreedTo),
    privacyPolicy: "",
    buttonAcceptAll: escapeText(words.accept),
    buttonAcceptTechnical: escapeText(words.refuse),
  };
  const consent = new CookieConsent({
    modalId: boxId,
    cookieName: libraryCookie,
    lang: "own",
    content: { own: texts, ...texts },
    postSelectionCallback() {
      const accepted = consent.trackingAllowed();
      // biome-ignore lint/suspicious/noDocumentCookie: takes away what the library sets
      document.cookie = `${libraryCookie}=; Path=/; SameSite=Strict; Max-Age=0`;
      void decide(accepted ? question.categories.filter((name) => !isBarred(question, name)) : []);
    },
  });
  const element = box();
  if (element) makeAccessible(element);
}

/** The way to change one's mind: a link in the page, which the script shortens. */
function attendLink(asked: Question): void {
  const line = document.querySelector(".foyer-cookies");
  said.className = "foyer-said";
  said.role = "status";
  line?.append(said);
  const link = line?.querySelector("a");
  link?.setAttribute("role", "button");
  link?.addEventListener("click", (event) => {
    event.preventDefault();
    if (!isOpen()) open();
    returnTo = link;
    box()?.focus();
  });
  link?.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
  const show = (text: string) => {
    if (!line || line.textContent?.includes(text)) return;
    const note = document.createElement("span");
    note.textContent = text;
    line.append(note);
  };
  if (asked.gpc) show(asked.words.gpc);
  if (asked.dnt && asked.categories.includes("analytics")) show(asked.words.dnt);
}

const stillServed = () => question.served.filter((name) => !isBarred(question, name));

function start(): void {
  addEventListener("input", (event) => {
    if (!(event.target as Element | null)?.closest?.(`#${boxId}`)) hasTyped = true;
  });
  // A page kept by the browser may be older than the choice.
  addEventListener("pageshow", ({ persisted }) => {
    const now = readChoice();
    if (persisted && question.served.some((name) => !now?.[name])) loadAgain();
  });
  attendLink(question);
  // A browser that objects only in its script is heard too.
  if (stillServed().length < question.served.length) void decide(stillServed());
  else if (question.asks && question.categories.some((name) => !isBarred(question, name))) {
    open();
    say(question.words.title);
  }
  // Whatever waits for the question knows now whether there is one.
  document.documentElement.dataset.asked = "";
  dispatchEvent(new Event("foyer:asked"));
}

start();
