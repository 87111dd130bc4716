import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCertificate } from "~/domain/termination/find-certificate.server";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const certificate = await findCertificate(context.deps, params.token ?? "");
  return new Response(`${JSON.stringify(certificate, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    },
  });
}
