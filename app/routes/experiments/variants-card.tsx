import { Pencil } from "lucide-react";
import { ActionForm } from "~/components/ui/action-form";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DataTable } from "~/components/ui/data-table";
import type { FormState } from "~/components/ui/form-state";
import { Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { Sure } from "~/components/ui/sure";
import { TextField } from "~/components/ui/text-field";
import type { Variant } from "~/domain/experiments/experiment";

interface Props {
  variants: readonly Variant[];
  base: string;
  open: boolean;
  running: boolean;
  state: FormState | undefined;
  /** The act that was refused with this state. */
  refused: string;
}

/** The variants with their weights, each to be edited like a page. */
export function VariantsCard({ variants, base, open, running, state, refused }: Props) {
  const active = variants.filter((variant) => variant.state === "active");
  const challengers = active.filter(({ role }) => role === "challenger");
  return (
    <Card title="Variants">
      <Stack>
        <DataTable
          caption="Variants of the page"
          rows={variants}
          rowKey={({ id }) => id}
          columns={[
            { key: "name", header: "Variant", primary: true, cell: ({ name }) => name },
            {
              key: "role",
              header: "Role",
              cell: (variant) =>
                variant.state === "archived" ? (
                  <Badge>Archived</Badge>
                ) : variant.role === "champion" ? (
                  <Badge tone="good">Champion</Badge>
                ) : (
                  <Badge tone="info">Challenger</Badge>
                ),
            },
            { key: "weight", header: "Of 100 visitors", align: "end", cell: ({ weight }) => weight },
          ]}
          actions={(variant) => (
            <Row>
              {variant.state === "active" && open && (
                <LinkButton
                  small
                  to={`${base}/pages/${variant.pageId}/edit`}
                  reloadDocument
                  prefetch="none"
                  icon={<Pencil className="icon" aria-hidden="true" />}
                >
                  Edit<span className="visually-hidden"> {variant.name}</span>
                </LinkButton>
              )}
              <LinkButton
                small
                tone="quiet"
                to={`${base}/pages/${variant.pageId}/preview`}
                reloadDocument
                prefetch="none"
              >
                Look<span className="visually-hidden"> at {variant.name}</span>
              </LinkButton>
            </Row>
          )}
        />
        {open && (
          <ActionForm id="weights" state={refused === "weights" ? state : undefined}>
            <input type="hidden" name="act" value="weights" />
            <Row>
              {active.map(({ id, name, weight }) => (
                <TextField
                  key={id}
                  name={`weight-${id}`}
                  label={`Weight of ${name}`}
                  inputMode="numeric"
                  suffix="%"
                  size={4}
                  defaultValue={String(weight)}
                />
              ))}
            </Row>
            <div>
              <SubmitButton tone="secondary">Save weights</SubmitButton>
            </div>
          </ActionForm>
        )}
        {open && (
          <ActionForm id="add" withoutSummary>
            <input type="hidden" name="act" value="add" />
            <input type="hidden" name="variant" value={active[0]?.id ?? ""} />
            <Row>
              <TextField
                name="name"
                label="Another variant"
                hint="Begins as a copy of the champion."
                defaultValue={`Variant ${String.fromCharCode(65 + variants.length)}`}
              />
              <SubmitButton tone="secondary">Add</SubmitButton>
            </Row>
          </ActionForm>
        )}
        {open && (
          <details open={refused === "rename" || undefined}>
            <summary>Rename a variant</summary>
            <ActionForm id="rename" state={refused === "rename" ? state : undefined}>
              <input type="hidden" name="act" value="rename" />
              <Row>
                <SelectField
                  name="variant"
                  label="Variant"
                  options={active.map(({ id, name }) => ({ value: id, label: name }))}
                  defaultValue={active.at(-1)?.id}
                />
                <TextField name="name" label="New name" maxLength={80} required />
                <SubmitButton tone="secondary">Rename</SubmitButton>
              </Row>
            </ActionForm>
          </details>
        )}
        {open && challengers.length > 0 && (
          <Sure
            label="Archive a variant"
            words="It gets no visitors any more and cannot come back. Its share goes to the others; what it brought stays in the result."
            small
          >
            <ActionForm id="archive" withoutSummary>
              <input type="hidden" name="act" value="archive" />
              <Row>
                <SelectField
                  name="variant"
                  label="Variant"
                  options={challengers.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <SubmitButton tone="danger" pendingLabel="Archiving">
                  Archive
                </SubmitButton>
              </Row>
            </ActionForm>
          </Sure>
        )}
        {running && (
          <p className="soft">
            Changes of weights and content reach visitors when the page is published, and begin a period of
            their own in the result.
          </p>
        )}
      </Stack>
    </Card>
  );
}
