import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ActionForm } from "~/components/ui/action-form";
import { formatCount } from "~/components/ui/count";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { LinkButton } from "~/components/ui/link-button";
import { RadioGroup } from "~/components/ui/radio-group";
import type { Choice } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import type { RuleDraft } from "./rule-draft";
import { type KnownField, RuleEditor } from "./rule-editor";

export interface SegmentCount {
  count: number;
  more: boolean;
}

interface Props {
  name: string;
  match: "all" | "any";
  drafts: readonly RuleDraft[];
  pages: readonly Choice[];
  fields: readonly KnownField[];
  maxRules: number;
  count: SegmentCount;
  /** Answers the count of the rules in its query. */
  countPath: string;
  cancelPath: string;
  state: FormState | undefined;
}

const afterTyping = 400;

/** A segment with its rules; says while one edits how many people it holds. */
export function SegmentForm(props: Props) {
  const { name, match, drafts, pages, fields, maxRules, countPath, cancelPath, state } = props;
  const counter = useFetcher<SegmentCount | { message: string }>();
  const box = useRef<HTMLDivElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const count = counter.data ?? props.count;
  useEffect(() => () => clearTimeout(waiting.current), []);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const recount = () => {
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => {
        const query = new URLSearchParams();
        for (const [field, value] of new FormData(form))
          if (typeof value === "string") query.append(field, value);
        counter.load(`${countPath}?${query}`);
      }, afterTyping);
    };
    const observer = new MutationObserver(recount);
    observer.observe(form, { childList: true, subtree: true });
    form.addEventListener("input", recount);
    return () => {
      observer.disconnect();
      form.removeEventListener("input", recount);
    };
  }, [counter.load, countPath]);
  return (
    <ActionForm id="segment" state={state}>
      <TextField name="name" label="Name" defaultValue={name} maxLength={120} required />
      <RadioGroup
        name="match"
        legend="People for whom"
        defaultValue={match}
        options={[
          { value: "all", label: "all rules hold" },
          { value: "any", label: "any rule holds" },
        ]}
      />
      <RuleEditor
        key={drafts.map((draft) => draft.key).join()}
        drafts={drafts}
        pages={pages}
        fields={fields}
        most={maxRules}
      />
      <div ref={box} className="segment-count" role="status">
        {"count" in count ? (
          <>
            <strong className="figures">
              {formatCount(count.count)}
              {count.more && "+"}
            </strong>{" "}
            people with an address
          </>
        ) : (
          <span className="soft">{count.message}</span>
        )}
      </div>
      <FormActions>
        <SubmitButton name="intent" value="save" pendingLabel="Saving">
          Save
        </SubmitButton>
        <LinkButton tone="quiet" to={cancelPath}>
          Cancel
        </LinkButton>
      </FormActions>
    </ActionForm>
  );
}
