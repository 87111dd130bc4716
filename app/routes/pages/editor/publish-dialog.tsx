import { useEffect, useRef, useState } from "react";
import { Button, buttonClass } from "~/components/ui/button";
import { CopyField } from "~/components/ui/copy-button";
import { Dialog } from "~/components/ui/dialog";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { Skeleton } from "~/components/ui/skeleton";
import type { Finding } from "~/domain/acceptable-use/finding";
import type { CheckNote, NextPageChecks, PageChecks } from "~/domain/publishing/page-checks";
import { type NoteActions, NoteList } from "../check-notes";
import { FindingList } from "../finding-list";
import { findingsIn } from "../findings";
import { NextPage } from "./next-page";
import type { Answer, PublishedPage } from "./page-client";

interface Props extends NoteActions {
  open: boolean;
  onClose: () => void;
  url: string;
  /** Of the pages in the product. */
  listPath: string;
  mayPublish: boolean;
  /** Saves, then says what stands against publishing. */
  check: () => Promise<Answer<PageChecks>>;
  publish: () => Promise<Answer<PublishedPage>>;
}

type Step =
  | { kind: "checking" }
  | { kind: "ready" | "publishing"; notes: CheckNote[]; next: NextPageChecks[] }
  | { kind: "published"; page: PublishedPage }
  | { kind: "failed"; message: string; findings: Finding[] };

/** Shows what a check found, publishes, and hands over the address. */
export function PublishDialog({ open, onClose, url, listPath, mayPublish, check, publish, ...ways }: Props) {
  const [step, setStep] = useState<Step>({ kind: "checking" });
  const way = useRef<HTMLAnchorElement>(null);
  // The button that was pressed is gone: who uses the keyboard goes on from here.
  useEffect(() => {
    if (step.kind === "published") way.current?.focus();
  }, [step.kind]);

  useEffect(() => {
    if (!open) return;
    let isShown = true;
    setStep({ kind: "checking" });
    void check().then((answer) => {
      if (!isShown) return;
      setStep(
        answer.ok
          ? { kind: "ready", notes: answer.value.notes, next: answer.value.next }
          : { kind: "failed", message: answer.message, findings: [] },
      );
    });
    return () => {
      isShown = false;
    };
  }, [open, check]);

  const go = async () => {
    if (step.kind !== "ready") return;
    setStep({ ...step, kind: "publishing" });
    const answer = await publish();
    setStep(
      answer.ok
        ? { kind: "published", page: answer.value }
        : { kind: "failed", message: answer.message, findings: findingsIn(answer.data) },
    );
  };
  const { notes, next } = "notes" in step ? step : { notes: [], next: [] };
  const isBlocked = [notes, ...next.map((one) => one.notes)].flat().some(({ weight }) => weight === "block");
  const serious = notes.filter(({ weight }) => weight !== "tip");
  const tips = notes.length - serious.length;
  const mayGo = mayPublish && !isBlocked && (step.kind === "ready" || step.kind === "publishing");
  const actions =
    step.kind === "published" ? (
      <>
        <Button onClick={onClose}>Go on editing</Button>
        <a
          ref={way}
          className={buttonClass({ tone: "primary" })}
          href={step.page.url}
          target="_blank"
          rel="noreferrer"
        >
          Open the page
        </a>
      </>
    ) : (
      <>
        <Button onClick={onClose}>{isBlocked || step.kind === "failed" ? "Go on editing" : "Not now"}</Button>
        {mayGo && (
          <Button tone="primary" pending={step.kind === "publishing"} onClick={go}>
            Publish now
          </Button>
        )}
      </>
    );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={step.kind === "published" ? "The page is live" : "Publish this page"}
      actions={actions}
    >
      <p className="visually-hidden" role="status">
        {step.kind === "published" && "The page is live"}
      </p>
      <Stack gap={4}>
        {step.kind === "checking" && <Skeleton label="Checking the page" />}
        {step.kind === "failed" && (
          <Notice tone="bad" live="assertive">
            {step.message}
          </Notice>
        )}
        {!mayPublish && step.kind === "ready" && (
          <Notice>Your role edits pages but does not publish them. Ask a manager or an owner.</Notice>
        )}
        {(step.kind === "ready" || step.kind === "publishing") && serious.length === 0 && (
          <Notice tone="good">
            Nothing speaks against publishing.
            {tips > 0 && ` ${tips === 1 ? "One thing" : `${tips} things`} could be better: see Checks.`}
          </Notice>
        )}
        {isBlocked && (
          <Notice tone="bad">The page cannot be published as it is. What you saved stays as it is.</Notice>
        )}
        {serious.length > 0 && (
          <>
            {!isBlocked && <p>You can publish now and put these right later.</p>}
            <div className="publish-notes">
              <NoteList notes={serious} {...ways} />
            </div>
          </>
        )}
        {next.map((one) => (
          <NextPage key={one.pageId} page={one} listPath={listPath} {...ways} />
        ))}
        {step.kind === "published" && step.page.alsoPublished.length > 0 && (
          <Notice tone="good">
            Public with it: {step.page.alsoPublished.map(({ title }) => `“${title}”`).join(", ")}.
          </Notice>
        )}
        {step.kind === "failed" && step.findings.length > 0 && <FindingList findings={step.findings} />}
        <CopyField
          label={step.kind === "published" ? "Live at" : "Will be live at"}
          text={step.kind === "published" ? step.page.url : url}
        />
      </Stack>
    </Dialog>
  );
}
