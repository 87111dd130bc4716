import { type FormEvent, useState } from "react";
import type { FormState } from "~/components/ui/form-state";

interface Upload {
  /** Bytes that have left, and of how many. */
  progress?: { done: number; total: number };
  refused?: FormState;
}

const lost = "The connection was lost. Nothing was imported; please send it again.";

function refusalOf({ status, response }: XMLHttpRequest): FormState {
  if (response && typeof response === "object") return response as FormState;
  if (status === 413) return { message: "This archive is larger than is taken here. Nothing was imported." };
  return { message: lost };
}

/** Sends a form with a large file by script, so that one sees how far it is; without script it is sent as it is. */
export function useUpload(
  address: string,
  onSent: () => void,
): Upload & { send: (event: FormEvent<HTMLFormElement>) => void } {
  const [state, setState] = useState<Upload>({});
  return {
    ...state,
    send(event) {
      event.preventDefault();
      const request = new XMLHttpRequest();
      request.open("POST", address);
      request.responseType = "json";
      request.upload.onprogress = ({ loaded, total }) => setState({ progress: { done: loaded, total } });
      request.onload = () => {
        const isTaken = request.status === 202;
        setState(isTaken ? {} : { refused: refusalOf(request) });
        if (isTaken) onSent();
      };
      request.onerror = () => setState({ refused: { message: lost } });
      setState({ progress: { done: 0, total: 1 } });
      request.send(new FormData(event.currentTarget));
    },
  };
}
