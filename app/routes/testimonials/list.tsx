import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import type { FormState } from "~/components/ui/form-state";
import { Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { SubmitButton } from "~/components/ui/submit-button";
import { TimeText } from "~/components/ui/time-text";
import { askTestimonial } from "~/domain/testimonials/ask-testimonial.server";
import { deleteTestimonial } from "~/domain/testimonials/delete-testimonial.server";
import { listTestimonials } from "~/domain/testimonials/list-testimonials.server";
import { isNo, sameQuotation } from "~/domain/testimonials/testimonial";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { TestimonialBadge } from "./testimonial-state";

export const meta: MetaFunction = () => [{ title: "Testimonials · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, params.workspace, "page:edit");
  const testimonials = await listTestimonials(context.deps, workspace.id);
  return {
    base: `/w/${workspace.slug}/pages`,
    zone: workspace.timeZone,
    mayAsk: mayDo(member.role, "page:publish"),
    testimonials: testimonials.map((one) => ({
      id: publicId("testimonial", one.id),
      ...{ name: one.name, role: one.role, words: one.words, picture: one.picture, email: one.email },
      ...{ state: one.state, askedAt: one.askedAt, answeredAt: one.answeredAt },
      isEarlierShown: one.shown !== undefined && !sameQuotation(one, one.shown),
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const isAsking = form.get("intent") === "ask";
  const permission = isAsking ? "page:publish" : "page:edit";
  const { member, workspace } = await requireMember(request, context, params.workspace, permission);
  const testimonialId = storedId("testimonial", String(form.get("testimonial"))) ?? "";
  const input = { workspaceId: workspace.id, testimonialId };
  return answerForm(form, async () => {
    if (isAsking) {
      await askTestimonial(context.deps, member, input);
      return { done: "The letter is on its way. Until the person agrees, the words stay off your pages." };
    }
    await deleteTestimonial(context.deps, member, input);
    return { done: "Deleted. Pages that showed the words lose them within two seconds." };
  });
}

type Listed = Awaited<ReturnType<typeof loader>>["testimonials"][number];

function TestimonialCard({
  one,
  base,
  zone,
  mayAsk,
  state,
}: {
  one: Listed;
  base: string;
  zone: string;
  mayAsk: boolean;
  state?: FormState;
}) {
  const canAsk = mayAsk && one.state !== "agreed" && !isNo(one.state);
  return (
    <Card title={one.name} aside={<TestimonialBadge state={one.state} />}>
      <ActionForm id={one.id} state={state}>
        <input type="hidden" name="testimonial" value={one.id} />
        <Stack gap={4}>
          <blockquote className="prewrap">{one.words}</blockquote>
          <p className="soft">
            {[one.role, one.email].filter(Boolean).join(" · ")}
            {one.askedAt && (
              <>
                {" · asked "}
                <TimeText at={one.askedAt} zone={zone} />
              </>
            )}
            {one.answeredAt && (
              <>
                {" · answered "}
                <TimeText at={one.answeredAt} zone={zone} />
              </>
            )}
          </p>
          {one.isEarlierShown && (
            <Notice tone="info">Pages show the earlier words, which this person agreed to.</Notice>
          )}
          <Row>
            {canAsk && (
              <SubmitButton name="intent" value="ask" small pendingLabel="Writing">
                {one.askedAt ? "Ask again by e-mail" : "Ask by e-mail"}
              </SubmitButton>
            )}
            <LinkButton to={`${base}/testimonials/${one.id}`} small>
              Edit
            </LinkButton>
            <Button type="submit" name="intent" value="delete" tone="quiet" small>
              Delete
            </Button>
          </Row>
        </Stack>
      </ActionForm>
    </Card>
  );
}

export default function Testimonials() {
  const { base, zone, mayAsk, testimonials } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string }) | undefined;
  const refused = answer?.errors ? String(answer.values?.testimonial ?? "") : undefined;
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: base, label: "Pages" }}
        title="Testimonials"
        actions={
          <LinkButton to={`${base}/testimonials/new`} tone="primary">
            New testimonial
          </LinkButton>
        }
      />
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {testimonials.length === 0 && (
        <EmptyState title="Nobody is quoted yet">
          Write down what somebody said, and ask them by e-mail. They see the words and where they will stand,
          agree or not, and can take it back at any time. Only then may pages show them.
        </EmptyState>
      )}
      {testimonials.map((one) => (
        <TestimonialCard
          key={one.id}
          one={one}
          base={base}
          zone={zone}
          mayAsk={mayAsk}
          state={refused === one.id ? answer : undefined}
        />
      ))}
    </Stack>
  );
}
