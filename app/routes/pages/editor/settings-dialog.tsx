import { type FormEvent, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { FormContext } from "~/components/ui/form-context";
import { FormErrors } from "~/components/ui/form-errors";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import type { PageSettings } from "~/domain/pages/page";
import { PageSettingsFields } from "../page-settings-form";
import type { Answer, SavedPage } from "./page-client";

interface Props {
  open: boolean;
  onClose: () => void;
  settings: PageSettings;
  host: string;
  save: (settings: PageSettings) => Promise<Answer<SavedPage>>;
}

const formId = "editor-settings";

/** Title, address, description and language, saved without leaving the editor. */
export function SettingsDialog({ open, onClose, settings, host, save }: Props) {
  const [state, setState] = useState<FormState>({});
  const [pending, setPending] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    setPending(true);
    const answer = await save({
      title: text("title"),
      path: text("path"),
      description: text("description"),
      language: text("language"),
    });
    setPending(false);
    if (answer.ok) {
      setState({});
      onClose();
    } else setState({ errors: answer.fields, message: answer.message });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Page settings"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" pending={pending}>
            Save settings
          </Button>
        </>
      }
    >
      <FormContext.Provider value={{ id: formId, state, pending }}>
        <form id={formId} className="form" noValidate onSubmit={submit}>
          <Stack gap={4}>
            <FormErrors />
            <PageSettingsFields key={String(open)} page={settings} host={host} />
          </Stack>
        </form>
      </FormContext.Provider>
    </Dialog>
  );
}
