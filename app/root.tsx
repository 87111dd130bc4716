import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/fraunces/wght.css";
import frauncesLatin from "@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2?url";
import interLatin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import "~/styles/product.css";
import { ErrorPage } from "~/components/frame/error-page";
import { useNonce } from "~/components/frame/nonce-context";
import { useLanguage } from "~/components/frame/use-language";
import { readTheme } from "~/server/session/theme-cookie.server";

const font = (href: string) =>
  ({ rel: "preload", href, as: "font", type: "font/woff2", crossOrigin: "anonymous" }) as const;

export const links: LinksFunction = () => [
  font(interLatin),
  font(frauncesLatin),
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "alternate icon", href: "/favicon.ico", sizes: "32x32" },
];

export const meta: MetaFunction = () => [{ title: "Foyer" }];

/** The colours a person chose by hand; without a choice those of the device. */
export function loader({ request }: LoaderFunctionArgs) {
  return { theme: readTheme(request) };
}

export const shouldRevalidate = ({ formAction }: { formAction?: string }) => formAction !== undefined;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { language, direction } = useLanguage();
  const theme = useRouteLoaderData<typeof loader>("root")?.theme;
  return (
    <html lang={language} dir={direction} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return isRouteErrorResponse(error) ? (
    <ErrorPage status={error.status} message={wordsOf(error.data)} />
  ) : (
    <ErrorPage status={500} />
  );
}

/** What the server said to people. A bare string comes from the framework and is not for them. */
function wordsOf(data: unknown): string | undefined {
  if (typeof data !== "object" || data === null || !("message" in data)) return undefined;
  return typeof data.message === "string" ? data.message : undefined;
}
