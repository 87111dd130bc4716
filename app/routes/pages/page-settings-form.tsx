import { ActionForm } from "~/components/ui/action-form";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import { pageLanguages } from "./page-languages";

interface Props {
  page: { title: string; path: string; description: string; language: string };
  host: string;
  state: FormState | undefined;
}

/** The fields of a page's settings; the editor shows them in a dialog. */
export function PageSettingsFields({ page, host }: Omit<Props, "state">) {
  const known = pageLanguages.some(({ value }) => value === page.language);
  const own = known ? [] : [{ value: page.language, label: page.language }];
  return (
    <>
      <TextField name="title" label="Title" defaultValue={page.title} maxLength={200} required />
      <TextField
        name="path"
        label="Address"
        prefix={`${host}/`}
        defaultValue={page.path.slice(1)}
        maxLength={200}
        hint="Empty for the start page of the site."
      />
      <TextArea
        name="description"
        label="Description"
        hint="One or two sentences for search results and shared links."
        defaultValue={page.description}
        maxLength={500}
        rows={3}
        optional
      />
      <SelectField
        name="language"
        label="Language of the page"
        hint="Visitors hear and read its privacy notice and messages in it."
        options={[...own, ...pageLanguages]}
        defaultValue={page.language}
      />
    </>
  );
}

export const PageSettingsForm = ({ page, host, state }: Props) => (
  <ActionForm id="settings" state={state}>
    <PageSettingsFields page={page} host={host} />
    <FormActions>
      <SubmitButton tone="secondary" pendingLabel="Saving">
        Save settings
      </SubmitButton>
    </FormActions>
  </ActionForm>
);
