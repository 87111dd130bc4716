import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { PublicFrame } from "~/components/frame/public-frame";
import { CertificateView } from "~/components/leaving/certificate-view";
import { Stack } from "~/components/ui/layout";
import { findCertificate } from "~/domain/termination/find-certificate.server";

export const meta: MetaFunction = () => [
  { title: "Certificate of deletion · Foyer" },
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = () => ({
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
});

export const loader = ({ params, context }: LoaderFunctionArgs) =>
  findCertificate(context.deps, params.token ?? "");

export default function CertificatePage() {
  const certificate = useLoaderData<typeof loader>();
  const { token } = useParams();
  return (
    <PublicFrame
      title="Certificate of deletion"
      lead="What was deleted of a workspace, and what stays so that nobody who opted out is written to."
      wide
    >
      <Stack gap={6}>
        <CertificateView certificate={certificate} />
        <p>
          <a href={`/certificates/${token}/json`} download="certificate.json">
            The same for machines
          </a>
        </p>
      </Stack>
    </PublicFrame>
  );
}
