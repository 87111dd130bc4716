import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { PublicFrame } from "~/components/frame/public-frame";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { DataTable } from "~/components/ui/data-table";
import { Row } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { listOwnWorkspaces } from "~/domain/workspaces/list-workspaces.server";
import { roleWords } from "~/domain/workspaces/permission";
import { type Standing, standingWords } from "~/domain/workspaces/standing";
import { requireAccount } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Your workspaces · Foyer" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = await requireAccount(request, context);
  const workspaces = await listOwnWorkspaces(context.deps, account.id);
  if (workspaces.length === 0) throw redirect("/workspaces/new");
  return {
    name: account.name || account.email,
    isOperator: account.isOperator,
    workspaces: workspaces.map(({ slug, name, standing, role }) => ({
      slug,
      name,
      standing: standing as Standing,
      role,
    })),
  };
}

export default function Workspaces() {
  const { workspaces, name, isOperator } = useLoaderData<typeof loader>();
  const end = (
    <Row>
      {isOperator && <LinkButton to="/operator">Instance</LinkButton>}
      <LinkButton to="/account" tone="quiet">
        {name}
      </LinkButton>
      <Form method="post" action="/sign-out">
        <Button type="submit" tone="quiet">
          Sign out
        </Button>
      </Form>
    </Row>
  );
  return (
    <PublicFrame title="Your workspaces" end={end} wide>
      <DataTable
        caption="Your workspaces"
        rows={workspaces}
        rowKey={({ slug }) => slug}
        rowTo={({ slug }) => `/w/${slug}`}
        columns={[
          { key: "name", header: "Name", primary: true, cell: (row) => row.name },
          { key: "slug", header: "Address", breaks: true, cell: (row) => row.slug },
          { key: "role", header: "Your role", cell: (row) => roleWords[row.role].label },
          {
            key: "standing",
            header: "Standing",
            cell: (row) => (
              <Badge tone={row.standing === "good" ? "good" : "warn"}>
                {standingWords[row.standing].label}
              </Badge>
            ),
          },
        ]}
      />
      <Row>
        <LinkButton to="/workspaces/new">New workspace</LinkButton>
        <Link to="/policies">Policies</Link>
      </Row>
    </PublicFrame>
  );
}
