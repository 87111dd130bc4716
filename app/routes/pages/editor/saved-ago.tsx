import { useEffect, useState } from "react";

const ago = (ms: number): string => {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`;
};

/** How long ago the last save was, and which it was; not read out, since it changes by itself. */
export function SavedAgo({ at, revision }: { at: number; revision: number }) {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  if (now === undefined) return null;
  return (
    <span className="editor-ago">
      {ago(now - at)} · save {revision}
    </span>
  );
}
