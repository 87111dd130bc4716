import { StillFrame } from "~/components/ui/still-frame";

interface Props {
  src: string;
  title: string;
  /** As tall as a card of a gallery. */
  small?: boolean;
}

/** A message as it looks. Nothing in it runs or can be followed. */
export const MailFrame = ({ src, title, small }: Props) => (
  <div className={small ? "mail-frame mail-frame-small" : "mail-frame"}>
    <StillFrame src={src} title={title} asPicture={small} />
  </div>
);
