import { StillFrame } from "~/components/ui/still-frame";

/** A whole page in small, as the server renders it. Nothing in it runs or can be reached. */
export const PageThumbnail = ({ src, title, large }: { src: string; title: string; large?: boolean }) => (
  <div className={large ? "page-thumbnail page-thumbnail-large" : "page-thumbnail"}>
    <StillFrame src={src} title={title} asPicture />
  </div>
);
