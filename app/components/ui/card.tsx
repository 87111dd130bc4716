import { type ReactNode, useId } from "react";

interface Props {
  title?: ReactNode;
  /** Beside the title: a link or a small button. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One matter on a page. Never a card in a card. */
export function Card({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={title ? id : undefined}>
      {title && (
        <header className="card-head">
          <h2 id={id} className="card-title">
            {title}
          </h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
