/** A file that a visitor sent with a form. */
export interface LeadFile {
  id: string;
  leadId: string;
  submissionId: string;
  field: string;
  name: string;
  contentType: string;
  size: number;
  createdAt: number;
}

/** A person, or a program that looks into their mail, fetched a file that a form promised. */
export interface LeadDownload {
  id: string;
  submissionId: string;
  fileId: string;
  name: string;
  machine: boolean;
  createdAt: number;
}
