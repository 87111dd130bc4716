import { useState } from "react";
import { ActionForm } from "~/components/ui/action-form";
import { CheckboxField } from "~/components/ui/checkbox-field";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Columns, Stack } from "~/components/ui/layout";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import { suggestSlug } from "~/lib/slug";
import type { TemplateChoice } from "./template-gallery";
import { TemplatePreview } from "./template-preview";

interface Props {
  /** Id of a template, blank or html. */
  start: string;
  template: TemplateChoice | undefined;
  sites: { id: string; name: string; address: string }[];
  base: string;
  state: FormState | undefined;
}

export function NewPageForm({ start, template, sites, base, state }: Props) {
  const [path, setPath] = useState<string>();
  const [title, setTitle] = useState(template?.title ?? "");
  const [site] = sites;
  const suggested = suggestSlug(title, 60);
  return (
    <Columns wideFirst={start === "html"} wideLast={Boolean(template)}>
      <ActionForm id="new-page" state={state}>
        <Stack gap={4} narrow={start !== "html"}>
          <input type="hidden" name="start" value={start} />
          <TextField
            name="title"
            label="Title"
            hint="Shown in the browser and in search results."
            defaultValue={template?.title}
            maxLength={200}
            required
            autoFocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {sites.length > 1 && (
            <SelectField
              name="site"
              label="Site"
              options={sites.map(({ id, address, name }) => ({
                value: id,
                label: address ? `${name} (${address})` : name,
              }))}
            />
          )}
          <TextField
            name="path"
            label="Address"
            prefix={sites.length === 1 ? `${site?.address ?? ""}/` : "/"}
            hint="Lower-case letters, digits and hyphens. Leave it empty for the start page."
            value={path ?? suggested}
            maxLength={200}
            onChange={(event) => setPath(event.currentTarget.value)}
          />
          {start === "html" && (
            <>
              <TextArea name="html" label="HTML" code rows={14} required />
              <TextArea name="css" label="CSS" code rows={6} optional />
            </>
          )}
          {template?.mailPath && (
            <CheckboxField
              name="mail"
              label="Keep its welcome mail as a draft"
              hint="It waits among the campaigns. The page after sending is made in any case."
              defaultChecked
            />
          )}
          <FormActions>
            <SubmitButton pendingLabel="Making the page">Make the page</SubmitButton>
          </FormActions>
        </Stack>
      </ActionForm>
      {template && <TemplatePreview template={template} base={base} />}
    </Columns>
  );
}
