import { Link, useLocation } from "@remix-run/react";
import { buttonClass } from "~/components/ui/button";
import { Wordmark } from "./doorway-mark";
import { DoorwayScene } from "./doorway-scene";
import { errorWords } from "./error-words";

interface Props {
  status: number;
  /** What the server said to people, instead of our general words. */
  message?: string;
  /** To name when asking for help. */
  reference?: string;
}

/** What a person sees instead of a page: what happened, what is safe, the way on. */
export function ErrorPage({ status, message, reference }: Props) {
  const { title, words, way } = errorWords(status);
  const { pathname, search } = useLocation();
  const next = status === 401 ? `?${new URLSearchParams({ next: pathname + search })}` : "";
  return (
    <main className="error-page" id="main">
      <Link to="/" className="auth-home" aria-label="Foyer, start page">
        <Wordmark />
      </Link>
      <div className="error-page-body">
        <DoorwayScene className="error-scene" />
        <h1 className="public-title display">{title}</h1>
        <p className="error-words">{message ?? words}</p>
        {way === "again" ? (
          <a className={buttonClass({ tone: "primary" })} href={pathname + search}>
            Try again
          </a>
        ) : (
          <Link className={buttonClass({ tone: "primary" })} to={`${way.to}${next}`}>
            {way.label}
          </Link>
        )}
        <p className="soft figures">
          {status}
          {reference ? ` · ${reference}` : ""}
        </p>
      </div>
    </main>
  );
}
