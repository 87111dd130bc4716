import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { AuthFrame } from "~/components/frame/auth-frame";
import { Notice } from "~/components/ui/notice";

export const meta: MetaFunction = () => [{ title: "Look in your mailbox · Foyer" }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  return {
    reset: pathname.startsWith("/forgot-password"),
    again: searchParams.has("again"),
    outbox: context.deps.transport.name === "outbox",
  };
}

const leads = {
  reset:
    "If there is an account with that address, a link to set a new password is on its way. It works for one hour.",
  again:
    "If there is an account with that address, a letter to it is on its way. Its link works for two days.",
  signUp: "We wrote to the address you gave. Open the link in that letter to go on. It works for two days.",
};

/** The same after signing up and after asking for another link, whether there is such an account or not. */
export default function MailSent() {
  const { reset, again, outbox } = useLoaderData<typeof loader>();
  return (
    <AuthFrame
      title="Look in your mailbox"
      lead={leads[reset ? "reset" : again ? "again" : "signUp"]}
      foot={<Link to="/sign-in">Back to sign in</Link>}
    >
      {outbox && (
        <Notice title="This instance keeps its mail">
          No mail relay is set, so the letter waits in the built-in outbox. On the machine it runs on:{" "}
          <code>npm run foyer -- outbox</code>
        </Notice>
      )}
      <p className="soft">
        Nothing there after a few minutes? Look in the spam folder, then{" "}
        {again ? (
          <>
            <Link to="/sign-in">sign in</Link>: that sends the link once more.
          </>
        ) : (
          <>
            <Link to={reset ? "/forgot-password" : "/sign-up"}>try again</Link>.
          </>
        )}
      </p>
    </AuthFrame>
  );
}
