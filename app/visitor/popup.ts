import { readChoice } from "./choice";

const dayMs = 86_400_000;

/** Whoever comes from another page here, or comes back, has met it: known without storing anything. */
function cameBefore(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (entry && entry.type !== "navigate") return true;
  return URL.canParse(document.referrer) && new URL(document.referrer).host === location.host;
}

const storeName = (box: HTMLElement) => `foyer_seen_${box.id || box.dataset.widget}`;
const mayRemember = () => readChoice()?.functional === true;

function isDue(box: HTMLElement): boolean {
  if (cameBefore()) return false;
  const days = Number(box.dataset.again ?? 7);
  const seen = mayRemember() ? Number(localStorage.getItem(storeName(box))) : 0;
  return !seen || Date.now() - seen > days * dayMs;
}

/** Also on the way from field to field, or to the next step. */
const isWriting = () => document.activeElement?.closest("form,input,textarea,select");
/** The question about cookies stands open, or is still on its way. */
const question = () =>
  document.getElementById("foyer-consent") ??
  ("asked" in document.documentElement.dataset ? null : document.querySelector("script[data-consent]"));

/** Neither what has the focus nor the end of the page is ever hidden behind the bar. */
function keepRoom(height: string): void {
  const { style } = document.documentElement;
  style.scrollPaddingBottom = height;
  style.paddingBottom = height;
}

/** Browsers begin at the first field, also at the one that is there for programs only. */
function leaveTrap(box: HTMLElement): void {
  if (document.activeElement?.matches("[tabindex]"))
    box
      .querySelector<HTMLElement>(":is(a,input,select,textarea,button):not([tabindex],[type=hidden])")
      ?.focus();
}

function attend(box: HTMLElement): void {
  const isModal = box instanceof HTMLDialogElement;
  let isDone = false;
  let returnTo: Element | null = null;
  const giveBack = () => (returnTo as HTMLElement | null)?.focus();

  function close(): void {
    if (isModal) box.close();
    else {
      box.hidden = true;
      keepRoom("");
      giveBack();
    }
  }
  function open(): void {
    isDone = true;
    returnTo = document.activeElement;
    if (mayRemember()) localStorage.setItem(storeName(box), String(Date.now()));
    if (isModal) {
      // A press beside it closes it, where browsers know how.
      box.setAttribute("closedby", "any");
      box.showModal();
      leaveTrap(box);
      return;
    }
    box.hidden = false;
    keepRoom(`${Math.ceil(box.getBoundingClientRect().height)}px`);
  }
  /** On its own it never comes before the question about cookies, nor while somebody writes. */
  function offer(): void {
    if (isDone) return;
    if (question()) {
      for (const name of ["foyer:consent", "foyer:asked"]) addEventListener(name, offer, { once: true });
    } else if (isModal && isWriting())
      document.activeElement?.addEventListener("blur", () => setTimeout(offer, 500), { once: true });
    else if (!document.querySelector("dialog[open]")) open();
  }

  // Whoever follows its link to a place on the page wants to see that place.
  box.addEventListener("click", ({ target }) => {
    const pressed = target as Element;
    if (pressed.closest("a[href^='#']")) returnTo = null;
    else if (!pressed.closest("[data-close]")) return;
    close();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !isModal) close();
  });
  box.addEventListener("close", giveBack);
  document.querySelectorAll(`a[href="#${CSS.escape(box.id || " ")}"]`).forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open();
    });
  });
  startTrigger(box, offer);
}

function startTrigger(box: HTMLElement, offer: () => void): void {
  const after = Number(box.dataset.after);
  const trigger = box.dataset.trigger ?? "time";
  if (trigger === "click" || !isDue(box)) return;
  if (trigger === "scroll") {
    const share = (after || 50) / 100;
    const look = () => {
      const room = document.documentElement.scrollHeight - innerHeight;
      if (room > 0 && scrollY / room < share) return;
      removeEventListener("scroll", look);
      offer();
    };
    addEventListener("scroll", look, { passive: true });
  } else if (trigger === "exit") {
    document.documentElement.addEventListener("mouseleave", (event) => {
      if (event.clientY <= 0) offer();
    });
  } else setTimeout(offer, Math.max(2, after || 8) * 1000);
}

export function attendBoxes(): void {
  const boxes = document.querySelectorAll<HTMLElement>("dialog[data-widget],aside[data-widget]");
  boxes.forEach(attend);
}
