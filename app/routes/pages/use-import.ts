import { type FormEvent, useState } from "react";
import type { FormState } from "~/components/ui/form-state";
import type { ImportProgress } from "~/domain/pages/page-package";
import type { ImportLine } from "./import-progress";
import type { ImportDone } from "./import-request.server";

interface Import {
  progress?: ImportProgress;
  done?: ImportDone;
  refused?: FormState;
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ImportLine> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    const whole = rest.split("\n");
    rest = whole.pop() ?? "";
    for (const line of whole) if (line) yield JSON.parse(line) as ImportLine;
  }
}

/** Sends the form by script, so that one sees how far it is; without script the form is sent as it is. */
export function useImport(address: string): Import & { send: (event: FormEvent<HTMLFormElement>) => void } {
  const [state, setState] = useState<Import>({});

  async function run(form: FormData): Promise<void> {
    setState({ progress: { step: "reading", done: 0, of: 1 } });
    try {
      const answer = await fetch(address, { method: "POST", body: form });
      if (!answer.ok || !answer.body || !/ndjson/.test(answer.headers.get("content-type") ?? "")) {
        const tooLarge = answer.status === 413;
        const message = tooLarge
          ? "This file is larger than 12 MB and was not taken."
          : "The import could not be begun. Nothing was imported; please try again.";
        setState({ refused: { message } });
        return;
      }
      for await (const line of linesOf(answer.body)) {
        if ("progress" in line) setState({ progress: line.progress });
        else if ("done" in line) setState({ done: line.done });
        else setState({ refused: line.refused });
      }
    } catch {
      setState({
        refused: {
          message: "The connection was lost. Look into the list of pages whether the page is there.",
        },
      });
    }
  }

  return {
    ...state,
    send(event) {
      event.preventDefault();
      void run(new FormData(event.currentTarget));
    },
  };
}
