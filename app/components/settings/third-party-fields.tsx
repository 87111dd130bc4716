import { RadioGroup } from "~/components/ui/radio-group";
import { type Choice, SelectField } from "~/components/ui/select-field";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import type { CookieCategory } from "~/domain/consent/cookie-choice";

export interface ThirdPartyView {
  id: string;
  siteId: string;
  name: string;
  vendor: string;
  purpose: string;
  category: CookieCategory;
  privacyUrl: string;
  scripts: string[];
  startCode: string;
  hosts: string[];
  storedNames: string[];
}

const categories: Choice[] = [
  { value: "analytics", label: "Statistics", hint: "Counts and measures visits." },
  { value: "marketing", label: "Marketing", hint: "Advertising, retargeting, pixels of social networks." },
  { value: "functional", label: "Functional", hint: "Extras a visitor asked for: chat, maps, films." },
];

export const categoryLabel = (category: CookieCategory): string =>
  categories.find(({ value }) => value === category)?.label ?? category;

/** What is declared about a service. Visitors read the first four. */
export function ThirdPartyFields({ party, sites }: { party?: ThirdPartyView; sites: readonly Choice[] }) {
  return (
    <>
      <TextField name="name" label="Name of the service" defaultValue={party?.name} />
      <TextField
        name="vendor"
        label="Company behind it"
        hint="Visitors read who gets their data."
        defaultValue={party?.vendor}
      />
      <TextField
        name="purpose"
        label="What it is for"
        hint="In your visitors' words, such as “Shows us which pages are read”."
        defaultValue={party?.purpose}
      />
      <TextField
        name="privacyUrl"
        type="url"
        label="Its privacy notice"
        optional
        defaultValue={party?.privacyUrl}
      />
      <RadioGroup
        name="category"
        legend="What visitors agree to"
        options={categories}
        defaultValue={party?.category ?? "analytics"}
      />
      {sites.length > 1 && (
        <SelectField
          name="siteId"
          label="Where"
          emptyOption="On all sites"
          options={sites}
          defaultValue={party?.siteId}
        />
      )}
      <TextArea
        code
        rows={2}
        name="scripts"
        label="Script addresses"
        hint="One in each line, such as https://stats.example.com/count.js"
        optional
        defaultValue={party?.scripts.join("\n")}
      />
      <TextArea
        code
        name="startCode"
        label="Start code"
        hint="What the service says to put between script tags. It runs before its scripts."
        optional
        defaultValue={party?.startCode}
      />
      <TextArea
        code
        rows={2}
        name="hosts"
        label="Other hosts it reaches"
        hint="One in each line, such as *.example.com. Everything else stays closed to it."
        optional
        defaultValue={party?.hosts.join("\n")}
      />
      <TextArea
        code
        rows={2}
        name="storedNames"
        label="What it stores in the browser"
        hint="Names of cookies and entries, one in each line; * at the end for any ending. They are removed when a visitor withdraws."
        optional
        defaultValue={party?.storedNames.join("\n")}
      />
    </>
  );
}
