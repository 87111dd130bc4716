import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FormActions, FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Row, Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { Sure } from "~/components/ui/sure";
import { TextField } from "~/components/ui/text-field";
import { createTopic } from "~/domain/consent/create-topic.server";
import { deleteTopic } from "~/domain/consent/delete-topic.server";
import { listTopics } from "~/domain/consent/list-topics.server";
import { updateTopic } from "~/domain/consent/update-topic.server";
import { publicId, storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Topics · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  const topics = await listTopics(context.deps, workspace.id);
  return {
    topics: topics.map(({ id, name, description }) => ({ id: publicId("topic", id), name, description })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const workspaceId = workspace.id;
  const id = text("topic");
  const words = { name: text("name"), description: text("description") };
  return answerForm(form, async () => {
    const topicId = storedId("topic", id) ?? "";
    if (text("intent") === "delete") {
      await deleteTopic(context.deps, member, { workspaceId, topicId });
      return { done: "The topic was deleted. Whoever stopped it stays without its mail.", id: "" };
    }
    if (id === "") {
      const made = await createTopic(context.deps, member, { workspaceId, ...words });
      return { done: `“${made.name}” can now be chosen for campaigns.`, id: "" };
    }
    await updateTopic(context.deps, member, { workspaceId, topicId, ...words });
    return { done: "Saved.", id: "" };
  });
}

const fields = (topic?: { name: string; description: string }) => (
  <>
    <TextField name="name" label="Name" hint="As readers see it." defaultValue={topic?.name} />
    <TextField
      name="description"
      label="What it brings, and how often"
      optional
      defaultValue={topic?.description}
    />
  </>
);

export default function Topics() {
  const { topics } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string }) | undefined;
  const isRefused = Boolean(answer?.errors || answer?.message);
  const refusedId = isRefused ? String(answer?.values?.topic ?? "") : undefined;
  return (
    <Stack gap={6}>
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {topics.length === 0 && (
        <EmptyState plain title="No topics yet">
          With topics, people can stop one kind of mail and keep the others. A campaign without a topic is
          stopped with everything.
        </EmptyState>
      )}
      {topics.map((topic) => (
        <ActionForm
          key={topic.id}
          id={topic.id}
          state={refusedId === topic.id ? answer : undefined}
          className="form"
        >
          <input type="hidden" name="topic" value={topic.id} />
          <FormSection title={topic.name} description={topic.description}>
            {fields(topic)}
            <Row>
              <SubmitButton tone="secondary" pendingLabel="Saving">
                Save
              </SubmitButton>
              <Sure
                label="Delete"
                spoken={`Delete ${topic.name}`}
                words="No campaign can be about it any more, and readers no longer find it among their choices. Whoever stopped it stays without its mail."
              >
                <Button type="submit" name="intent" value="delete" tone="danger" small>
                  Delete the topic
                </Button>
              </Sure>
            </Row>
          </FormSection>
        </ActionForm>
      ))}
      <ActionForm key={`new-${topics.length}`} id="new" state={refusedId === "" ? answer : undefined}>
        <FormSection title="New topic" description="Such as “Product news” or “Workshops”.">
          {fields()}
        </FormSection>
        <FormActions>
          <SubmitButton pendingLabel="Adding">Add the topic</SubmitButton>
        </FormActions>
      </ActionForm>
    </Stack>
  );
}
