import { formatSize } from "~/components/ui/size";

export interface SentFile {
  id: string;
  name: string;
  size: number;
}

export interface ShownField {
  name: string;
  label: string;
  value: string;
  /** In place of their names. */
  files: readonly SentFile[];
}

export function FileLink({ file, base }: { file: SentFile; base: string }) {
  return (
    <>
      <a href={`${base}/files/${file.id}`} download>
        {file.name}
      </a>{" "}
      <small className="soft figures">{formatSize(file.size)}</small>
    </>
  );
}

/** What somebody sent for a field: words, or files to save. `base`: the address of all leads. */
export function LeadValue({ field, base }: { field: Pick<ShownField, "value" | "files">; base: string }) {
  if (field.files.length === 0) return field.value;
  return field.files.map((file) => (
    <span key={file.id} className="lead-file">
      <FileLink file={file} base={base} />
    </span>
  ));
}
