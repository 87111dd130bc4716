import { useEffect, useRef, useState } from "react";

/** A whole page in small, as the server renders it. Nothing in it runs or can be reached. */
export function PageThumbnail({ src, title, large }: { src: string; title: string; large?: boolean }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const { src: address = "" } = frame.current ?? {};
    // What came before this script did tells nobody any more.
    if (performance.getEntriesByName(address).length > 0) setShown(true);
  }, []);
  return (
    <div
      className={large ? "page-thumbnail page-thumbnail-large" : "page-thumbnail"}
      data-waiting={shown ? undefined : ""}
    >
      <iframe
        ref={frame}
        src={src}
        title={title}
        sandbox=""
        loading="lazy"
        tabIndex={-1}
        aria-hidden="true"
        onLoad={() => setShown(true)}
      />
    </div>
  );
}
