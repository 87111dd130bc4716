import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PolicyAcceptance } from "~/components/accounts/policy-acceptance";
import { AuthFrame } from "~/components/frame/auth-frame";
import { PolicyText } from "~/components/policies/policy-text";
import { ActionForm } from "~/components/ui/action-form";
import { Button } from "~/components/ui/button";
import { type FormState, invalidForm } from "~/components/ui/form-state";
import { SubmitButton } from "~/components/ui/submit-button";
import { acceptPolicies } from "~/domain/policies/accept-policies.server";
import { getPolicy, listPoliciesToAccept } from "~/domain/policies/find-policies.server";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { requireSession } from "~/server/session/require-member.server";
import { safeNext } from "~/server/session/safe-next";
import { acceptanceFields, policyVersions } from "./account-forms.server";

export const meta: MetaFunction = () => [{ title: "Our rules · Foyer" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireSession(request, context);
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  const waiting = await listPoliciesToAccept(context.deps, account.id);
  if (waiting.length === 0) throw redirect(next);
  const texts = await Promise.all(
    waiting.map(({ policy, version }) => getPolicy(context.deps, { policy, version })),
  );
  return {
    next,
    versions: await policyVersions(context),
    texts: texts.map(({ policy, title, body, version }) => ({ policy, title, body, version })),
  };
}

const schema = z.object(acceptanceFields);

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps, clientIp } = context;
  const { account } = await requireSession(request, context);
  const form = await request.formData();
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  const { acceptableUse, terms } = parsed.data;
  return answerForm(form, async () => {
    await deps.transact((tx) =>
      acceptPolicies(
        deps,
        tx,
        { kind: "account", accountId: account.id },
        { accountId: account.id, versions: { "acceptable-use": acceptableUse, terms }, ip: clientIp },
      ),
    );
    return redirect(safeNext(form.get("next")?.toString()));
  });
}

export default function AcceptPolicies() {
  const { next, versions, texts } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  return (
    <AuthFrame
      title="The rules of the house"
      lead="They are new, or changed in a way that matters. Please read them and accept them to go on."
      foot={
        <Form method="post" action="/sign-out">
          <Button type="submit" tone="quiet" small>
            Not now: sign out
          </Button>
        </Form>
      }
    >
      {texts.map(({ policy, title, body, version }) => (
        <details key={policy} open={policy === "acceptable-use"}>
          <summary>
            {title}, version {version}
          </summary>
          <PolicyText body={body} level={3} />
        </details>
      ))}
      <ActionForm state={state}>
        <input type="hidden" name="next" value={next} />
        <PolicyAcceptance versions={versions} />
        <SubmitButton pendingLabel="Saving">Accept and go on</SubmitButton>
      </ActionForm>
    </AuthFrame>
  );
}
