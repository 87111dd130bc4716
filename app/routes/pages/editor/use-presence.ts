import { useEffect, useRef, useState } from "react";
import { ulid } from "ulid";
import type { Present } from "./page-client";

const everyMs = 15_000;

/** Tells the server that this tab has the page open, and who else has it. */
export function usePresence(ask: (body: { tab: string; leaves?: boolean }) => Promise<Present | undefined>) {
  const tab = useRef("");
  const [present, setPresent] = useState<Present>();
  useEffect(() => {
    tab.current ||= ulid();
    let isGone = false;
    const say = async () => {
      if (document.visibilityState === "hidden") return;
      const answer = await ask({ tab: tab.current }).catch(() => undefined);
      if (!isGone && answer) setPresent(answer);
    };
    const leave = () => void ask({ tab: tab.current, leaves: true }).catch(() => undefined);
    void say();
    const timer = setInterval(say, everyMs);
    document.addEventListener("visibilitychange", say);
    window.addEventListener("pagehide", leave);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", say);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [ask]);
  return present;
}
