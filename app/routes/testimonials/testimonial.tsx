import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { CheckboxField } from "~/components/ui/checkbox-field";
import { FileField } from "~/components/ui/file-field";
import { FormActions, FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import { filePath } from "~/domain/files/file";
import { uploadImage } from "~/domain/files/upload-image.server";
import { listSites } from "~/domain/sites/find-site.server";
import { getTestimonial } from "~/domain/testimonials/list-testimonials.server";
import { saveTestimonial } from "~/domain/testimonials/save-testimonial.server";
import { longestWords } from "~/domain/testimonials/testimonial";
import { publicId, storedId } from "~/lib/ids";
import { answerForm, refuse } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { languageChoices } from "../settings/choices";

export const meta: MetaFunction = () => [{ title: "Testimonial · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const { deps } = context;
  const sites = await listSites(deps, workspace.id);
  const id = params.testimonial;
  const one = id
    ? await getTestimonial(deps.db, workspace.id, storedId("testimonial", id) ?? "").catch((error) => {
        throw refuse(error);
      })
    : undefined;
  return {
    list: `/w/${workspace.slug}/pages/testimonials`,
    sites: sites.map((site) => ({ value: publicId("site", site.id), label: site.name })),
    language: one?.language ?? sites[0]?.language ?? "en",
    isShown: one?.shown !== undefined,
    testimonial: one && {
      ...{ name: one.name, role: one.role, words: one.words, email: one.email, picture: one.picture },
      siteId: one.siteId && publicId("site", one.siteId),
    },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const { deps } = context;
  const workspaceId = workspace.id;
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const given = params.testimonial;
  const testimonialId = given ? (storedId("testimonial", given) ?? given) : undefined;
  return answerForm(form, async () => {
    const before = testimonialId ? await getTestimonial(deps.db, workspaceId, testimonialId) : undefined;
    const file = form.get("file");
    let picture = form.has("dropPicture") ? "" : (before?.picture ?? "");
    if (file instanceof File && file.size > 0) {
      const bytes = Buffer.from(await file.arrayBuffer());
      const stored = await uploadImage(deps, member, { workspaceId, name: file.name, bytes });
      const small = stored.variants.find(({ format }) => format === "webp");
      picture = small ? filePath(stored.id, small) : "";
    }
    await saveTestimonial(deps, member, {
      ...{ workspaceId, testimonialId, picture },
      ...{ name: text("name"), role: text("role"), words: text("words"), email: text("email") },
      siteId: storedId("site", text("siteId")) ?? "",
      language: text("language") || "en",
    });
    return redirect(`/w/${workspace.slug}/pages/testimonials`);
  });
}

export default function EditTestimonial() {
  const { list, sites, language, isShown, testimonial } = useLoaderData<typeof loader>();
  const answer = useActionData() as FormState | undefined;
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: list, label: "Testimonials" }}
        title={testimonial ? testimonial.name : "New testimonial"}
      />
      {isShown && (
        <Notice tone="info">
          This person agreed to the words as they are. When you change them, pages keep the words agreed to
          until the person agrees to the new ones.
        </Notice>
      )}
      <ActionForm id="testimonial" state={answer} encType="multipart/form-data">
        <FormSection title="What was said" description="The person reads exactly this before deciding.">
          <TextArea
            name="words"
            label="Their words"
            rows={5}
            maxLength={longestWords}
            defaultValue={testimonial?.words}
          />
          <TextField name="name" label="Name, as it may be shown" defaultValue={testimonial?.name} />
          <TextField name="role" label="What they do, and where" optional defaultValue={testimonial?.role} />
          {testimonial?.picture && (
            <>
              <img src={testimonial.picture} alt="Present portrait" width={64} height={64} />
              <CheckboxField name="dropPicture" value="yes" label="Show no picture" />
            </>
          )}
          <FileField
            name="file"
            label="Picture of the person"
            hint="PNG, JPEG, WebP, AVIF or GIF, at most 10 MB."
            accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
            optional
          />
        </FormSection>
        <FormSection
          title="Whom to ask"
          description="The letter with the question goes here, and nothing else."
        >
          <TextField
            name="email"
            type="email"
            label="E-mail address of the person"
            defaultValue={testimonial?.email}
          />
          <SelectField
            name="language"
            label="Language of the letter"
            options={languageChoices}
            defaultValue={language}
          />
          <SelectField
            name="siteId"
            label="Where the words may stand"
            emptyOption="On all sites"
            options={sites}
            defaultValue={testimonial?.siteId}
          />
        </FormSection>
        <FormActions>
          <SubmitButton pendingLabel="Saving">Save</SubmitButton>
          <LinkButton to={list} tone="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </ActionForm>
    </Stack>
  );
}
