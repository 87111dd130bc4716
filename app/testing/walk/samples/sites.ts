import type { TestApp } from "../../http/test-app";
import type { ScreenSamples } from "../screen-sample";
import type { Victim } from "../victim";

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const domain = ({ word }: Victim) => `www.${word}.example`;

async function verify({ db }: TestApp["deps"], { workspaceId }: Victim): Promise<void> {
  await db
    .updateTable("site_domains")
    .set({ state: "verified", address_state: "pass" })
    .where("workspace_id", "=", workspaceId)
    .execute();
}

/** Slugs are one's own in the whole instance: also a stranger's site takes one. */
let made = 0;

export const siteSamples: ScreenSamples = {
  "w/:workspace/settings/sites": { reads: "settings:manage" },
  "w/:workspace/settings/sites/new": {
    reads: "settings:manage",
    acts: [
      {
        does: "makes a site",
        needs: "settings:manage",
        sends: ({ word }) => {
          made += 1;
          return { form: { name: "Second", slug: `second-${made}-${word}`, language: "en" } };
        },
      },
    ],
  },
  "w/:workspace/settings/sites/:site": {
    reads: "settings:manage",
    acts: [
      {
        does: "changes the settings",
        needs: "settings:manage",
        sends: ({ slug }) => ({
          form: { intent: "settings", name: "Changed", slug, language: "de", missingPage: "" },
        }),
      },
      {
        does: "gives it an icon",
        needs: "settings:manage",
        sends: () => ({
          form: { intent: "icon" },
          file: { field: "file", name: "icon.png", type: "image/png", bytes: picture },
        }),
      },
    ],
  },
  "w/:workspace/settings/sites/:site/domains": {
    reads: "settings:manage",
    acts: [
      {
        does: "adds a domain",
        needs: "settings:manage",
        sends: ({ word }) => ({ form: { intent: "add", domain: `shop.${word}.example` } }),
      },
      {
        does: "looks a domain up",
        needs: "settings:manage",
        sends: (victim) => ({ form: { intent: "check", domain: domain(victim) } }),
        changesNothing: true,
      },
      {
        does: "makes a domain the main address",
        needs: "settings:manage",
        sends: (victim) => ({ form: { intent: "primary", domain: domain(victim) } }),
        before: verify,
      },
      {
        does: "removes a domain",
        needs: "settings:manage",
        sends: (victim) => ({ form: { intent: "remove", domain: domain(victim) } }),
      },
    ],
  },
  "w/:workspace/settings/sites/:site/redirects": {
    reads: "settings:manage",
    acts: [
      {
        does: "adds a redirect",
        needs: "settings:manage",
        sends: () => ({
          form: { intent: "add", source: "/from", target: "/to", scope: "exact", status: "301" },
        }),
      },
      {
        does: "imports redirects",
        needs: "settings:manage",
        sends: () => ({
          form: { intent: "import" },
          file: { field: "file", name: "r.csv", type: "text/csv", bytes: Buffer.from("from,to\n/a,/b\n") },
        }),
      },
      {
        does: "removes a redirect",
        needs: "settings:manage",
        sends: ({ ids }) => ({ form: { intent: "remove", redirect: ids.redirect } }),
      },
    ],
  },
};
