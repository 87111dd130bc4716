import { createContext, useContext } from "react";
import type { FormState } from "./form-state";

export interface FormScope {
  id: string;
  state: FormState;
  pending: boolean;
}

const emptyScope: FormScope = { id: "form", state: {}, pending: false };

export const FormContext = createContext<FormScope>(emptyScope);

export const useFormScope = (): FormScope => useContext(FormContext);

export const fieldId = (formId: string, name: string): string => `${formId}-${name}`;

export interface FieldState {
  id: string;
  error: string | undefined;
  /** What was typed before, if the form comes back. */
  typed: string | string[] | undefined;
  /** Whether the form comes back: then a box that is not named was left unticked. */
  comesBack: boolean;
  hintId: string | undefined;
  errorId: string | undefined;
  describedBy: string | undefined;
}

/** Joins a field to its form: same ids for label, hint, error and the summary's links. */
export function useField(name: string, hasHint: boolean, ownError?: string): FieldState {
  const { id: formId, state } = useFormScope();
  const id = fieldId(formId, name);
  const error = ownError ?? state.errors?.[name];
  const hintId = hasHint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  return {
    id,
    error,
    typed: state.values?.[name],
    comesBack: state.values !== undefined,
    hintId,
    errorId,
    describedBy,
  };
}
