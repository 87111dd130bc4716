import { useEffect, useRef, useState } from "react";

interface Props {
  src: string;
  title: string;
  /** A picture of a page among others: nobody enters it. */
  asPicture?: boolean;
}

/**
 * Shows a page in which nothing runs, fetched when it comes near. Until then its place looks like a page in the colours of
 * the product, never like a white sheet; without scripts the frame is simply there. Stands in a box that is positioned.
 */
export function StillFrame({ src, title, asPicture }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isWaiting, setWaiting] = useState(true);
  useEffect(() => {
    const address = new URL(src, location.href).href;
    setWaiting(true);
    // A frame that waits to be fetched tells that it has loaded, too: nothing, so far.
    const watcher = new PerformanceObserver((list) => {
      if (list.getEntriesByName(address).length > 0) setWaiting(false);
    });
    watcher.observe({ type: "resource", buffered: true });
    return () => watcher.disconnect();
  }, [src]);
  const lookAgain = () => {
    const { top = Number.POSITIVE_INFINITY, bottom = 0 } = frame.current?.getBoundingClientRect() ?? {};
    if (top < innerHeight && bottom > 0) setWaiting(false);
  };
  return (
    <>
      <iframe
        ref={frame}
        className={isWaiting ? "still-frame still-frame-waits" : "still-frame"}
        src={src}
        title={title}
        sandbox=""
        loading="lazy"
        onLoad={lookAgain}
        {...(asPicture ? { tabIndex: -1, "aria-hidden": "true" as const } : {})}
      />
      {isWaiting && <span className="frame-skeleton" aria-hidden="true" />}
    </>
  );
}
