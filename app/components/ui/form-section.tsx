import { type ReactNode, useId } from "react";

interface Props {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
}

/** A part of a long form: what it is about at the left, its fields at the right. */
export function FormSection({ title, description, children }: Props) {
  const id = useId();
  return (
    <section className="form-section" aria-labelledby={id}>
      <div className="form-section-words">
        <h2 id={id}>{title}</h2>
        {description && <p className="soft">{description}</p>}
      </div>
      <div className="form-section-fields">{children}</div>
    </section>
  );
}

/** The buttons at the foot of a form. */
export const FormActions = ({ children }: { children: ReactNode }) => (
  <div className="form-actions">{children}</div>
);
