import { ActionForm } from "~/components/ui/action-form";
import { Button } from "~/components/ui/button";
import { FileField } from "~/components/ui/file-field";
import { FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Row } from "~/components/ui/layout";
import { SubmitButton } from "~/components/ui/submit-button";

interface Props {
  intent: string;
  title: string;
  description: string;
  /** Address of the present picture. */
  shown?: string;
  state?: FormState;
}

/** Takes a picture, or gives up the present one. */
export function PictureForm({ intent, title, description, shown, state }: Props) {
  return (
    <ActionForm key={shown} id={intent} state={state} encType="multipart/form-data">
      <input type="hidden" name="intent" value={intent} />
      <FormSection title={title} description={description}>
        {shown && <img className="kept-picture" src={shown} alt={`Present ${title.toLowerCase()}`} />}
        <FileField
          name="file"
          label={shown ? "Another picture" : "Picture"}
          hint="PNG, JPEG, WebP, AVIF or GIF, at most 10 MB."
          accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
        />
        <Row>
          <SubmitButton tone="secondary" pendingLabel="Uploading">
            Use this picture
          </SubmitButton>
          {shown && (
            <Button type="submit" tone="quiet" name="drop" value="yes">
              Use none
            </Button>
          )}
        </Row>
      </FormSection>
    </ActionForm>
  );
}
