/** What goes at a run, in words, by the table of the data map. */
const words: Readonly<Record<string, string>> = {
  leads: "People, with everything they sent",
  people_waiting: "People past their period, who stay until the owners were told",
  mail_histories: "People whose mail history is forgotten",
  submissions: "Submissions of forms",
  lead_merges: "Earlier values of people's fields",
  lead_downloads: "Notes of who fetched a download",
  lead_files: "Files that visitors sent",
  visits: "Visits of pages",
  conversions: "Visitors who became leads, without a name",
  opens: "Opens of messages, which name nobody then",
  clicks: "Clicks in messages, which name nobody then",
  deliveries: "Messages whose recipient is forgotten",
  audit_details: "Details of entries in the audit log",
  lead_imports: "Lines that an import could not read",
  exports: "Entries of archives that are gone",
  privacy_requests: "Names and words of answered requests",
  abuse_notices: "Names and words of closed reports",
};

export const retentionWord = (table: string): string => words[table] ?? table.replaceAll("_", " ");

/** Of the platform, for every workspace. */
export const fixedPeriods: readonly { name: string; value: string }[] = [
  { name: "Doubtful submissions", value: "30 days, unless you accept them" },
  { name: "Requests about one's data", value: "2 years after the answer; then only that there was one" },
  { name: "Details of the audit log", value: "13 months; that something was done stays" },
  { name: "Archives of exports", value: "7 days" },
  { name: "Messages in the built-in outbox", value: "30 days" },
  { name: "Opt-outs and proof of consent", value: "As long as the workspace, as keyed hashes" },
];
