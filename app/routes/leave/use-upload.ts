import { type FormEvent, useState } from "react";
import type { FormState } from "~/components/ui/form-state";
import { pieceBytes } from "~/domain/termination/archive-import";

interface Upload {
  /** Bytes that are there, of how many, and whether the connection broke and is tried again. */
  progress?: { done: number; total: number; isWaiting: boolean };
  refused?: FormState;
}

interface Answer {
  /** 0: none came. */
  status: number;
  body: unknown;
}

const lost =
  "The connection was lost. Nothing was imported. Choose the same file again: it goes on where it stopped.";
const mostTries = 6;

const post = (address: string, form: FormData, onProgress: (loaded: number) => void): Promise<Answer> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve({ status: request.status, body: request.response });
    request.onerror = () => resolve({ status: 0, body: undefined });
    request.send(form);
  });

/** What a proxy says for a server that is being started anew, or nothing at all. */
const isPassing = ({ status }: Answer): boolean => [0, 502, 504].includes(status);

const refusalOf = ({ status, body }: Answer): FormState => {
  if (body && typeof body === "object") return body as FormState;
  return { message: status === 413 ? "This server takes no such large pieces. Nothing was imported." : lost };
};

interface Pieces {
  address: string;
  file: File;
  serve: string;
  show(done: number, isWaiting?: boolean): void;
}

/** Piece by piece, from where the server has it; undefined when all of it is there. */
async function sendPieces({ address, file, serve, show }: Pieces): Promise<FormState | undefined> {
  let at = 0;
  for (let tries = 0; tries < mostTries; ) {
    const form = new FormData();
    const told = { name: file.name, size: file.size, modified: file.lastModified, at, serve };
    for (const [name, value] of Object.entries(told)) form.append(name, String(value));
    form.append("file", file.slice(at, at + pieceBytes), file.name);
    const answer = await post(address, form, (loaded) => show(Math.min(at + loaded, file.size)));
    if (answer.status === 202) return undefined;
    if (answer.status === 200) {
      at = (answer.body as { at: number }).at;
      tries = 0;
      show(at);
    } else if (isPassing(answer)) {
      show(at, true);
      tries += 1;
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** tries));
    } else return refusalOf(answer);
  }
  return { message: lost };
}

/** Sends a large file by script in pieces, so that one sees how far it is; without script it is sent as it is. */
export function useUpload(
  address: string,
  onSent: () => void,
): Upload & { send: (event: FormEvent<HTMLFormElement>) => void } {
  const [state, setState] = useState<Upload>({});
  return {
    ...state,
    async send(event) {
      const form = new FormData(event.currentTarget);
      const file = form.get("file");
      if (!(file instanceof File)) return;
      event.preventDefault();
      const show = (done: number, isWaiting = false) =>
        setState({ progress: { done, total: file.size, isWaiting } });
      show(0);
      const serve = String(form.get("serve") ?? "");
      const refused = await sendPieces({ address, file, serve, show });
      setState(refused ? { refused } : {});
      if (!refused) onSent();
    },
  };
}
