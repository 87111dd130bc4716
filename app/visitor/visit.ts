import { asksNotToBeTracked, readChoice, reloadEvent } from "./choice";

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Time and chance: sorts by time, names nobody, is stored nowhere in the browser. */
export function makeVisitId(now: number): string {
  let id = "";
  for (let rest = now, place = 0; place < 10; place += 1, rest = Math.floor(rest / 32))
    id = letters[rest % 32] + id;
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += letters[byte % 32];
  return id;
}

export interface VisitRecord {
  readonly id: string;
  formTouched(): void;
}

/** Tells of the view at once, and of its length whenever the page goes out of sight. */
export function startVisit(page: string): VisitRecord {
  const known = (history.state as { foyerVisit?: string } | null)?.foyerVisit;
  const id = known ?? makeVisitId(Date.now());
  const isCounted = !asksNotToBeTracked();
  let seenMs = 0;
  let visibleSince = document.visibilityState === "visible" ? performance.now() : 0;
  let touched = false;
  let sentMs = -1;

  const send = (duration: number) => {
    if (duration === sentMs || !isCounted) return;
    sentMs = duration;
    const beacon = JSON.stringify({
      t: page,
      v: id,
      r: document.referrer,
      q: location.search,
      d: duration,
      f: touched ? 1 : undefined,
      z: Intl.DateTimeFormat().resolvedOptions().timeZone,
      l: navigator.language,
      a: readChoice()?.analytics ? 1 : undefined,
    });
    if (!navigator.sendBeacon("/v", beacon)) {
      void fetch("/v", { method: "POST", body: beacon, keepalive: true }).catch(() => undefined);
    }
  };
  const leave = () => {
    if (visibleSince) seenMs += performance.now() - visibleSince;
    visibleSince = 0;
    send(Math.max(1, Math.round(seenMs)));
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
    else visibleSince = performance.now();
  });
  addEventListener("pagehide", leave);
  addEventListener("pageshow", () => {
    visibleSince ||= performance.now();
  });
  addEventListener(reloadEvent, () => history.replaceState({ ...history.state, foyerVisit: id }, ""));
  if (known) history.replaceState({ ...history.state, foyerVisit: undefined }, "");
  send(0);
  return {
    id,
    formTouched() {
      touched = true;
    },
  };
}
