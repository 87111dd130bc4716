import { publicId } from "~/lib/ids";
import { templates } from "~builder/templates/templates";
import type { ScreenAct, ScreenSamples } from "../screen-sample";

const act = (does: string, needs: ScreenAct["needs"], more: Partial<ScreenAct> = {}): ScreenAct => ({
  does,
  needs,
  sends: () => ({ form: { act: does } }),
  ...more,
});

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A page has one experiment at a time. */
const endExperiments: ScreenAct["before"] = async (deps, { workspaceId }) => {
  await deps.db
    .updateTable("experiments")
    .set({ state: "ended" })
    .where("workspace_id", "=", workspaceId)
    .execute();
};
const soon = (): string => new Date(Date.now() + 90 * 24 * 3_600_000).toISOString().slice(0, 16);

export const pageSamples: ScreenSamples = {
  "w/:workspace/pages/:page/publishing": {
    reads: "page:publish",
    acts: [
      {
        does: "changes how it is listed",
        needs: "page:publish",
        sends: () => ({ form: { intent: "listing", hidden: "yes", canonical: "", translationOf: "" } }),
      },
      {
        does: "plans",
        needs: "page:publish",
        sends: () => ({ form: { intent: "schedule", act: "unpublish", at: soon(), zone: "UTC" } }),
      },
      {
        does: "gives up its picture for sharing",
        needs: "page:publish",
        sends: () => ({ form: { intent: "share", drop: "yes" } }),
      },
      {
        does: "takes a plan back",
        needs: "page:publish",
        sends: ({ ids }) => ({ form: { intent: "cancel", schedule: ids.schedule } }),
      },
    ],
  },
  "w/:workspace/pages/:page/preview-links": {
    reads: "page:edit",
    acts: [
      {
        does: "shares a preview",
        needs: "page:edit",
        sends: () => ({ form: { intent: "share", days: "7", password: "" } }),
      },
      {
        does: "takes a preview link back",
        needs: "page:edit",
        sends: ({ ids }) => ({ form: { intent: "revoke", link: publicId("previewLink", ids.previewLink) } }),
      },
    ],
  },
  "w/:workspace/pages": { reads: "page:edit" },
  "w/:workspace/pages/new": {
    reads: "page:edit",
    acts: [
      {
        does: "makes a page",
        needs: "page:edit",
        sends: ({ ids }) => ({
          form: { start: "html", html: "<h1>New</h1>", path: "/new-one", title: "New", site: ids.site },
        }),
      },
    ],
  },
  "w/:workspace/pages/import": {
    reads: "page:edit",
    acts: [
      {
        does: "imports a file",
        needs: "page:edit",
        sends: ({ ids }) => ({
          form: { path: "/came-in", site: ids.site },
          file: { field: "file", name: "a.html", type: "text/html", bytes: Buffer.from("<h1>Hello</h1>") },
        }),
      },
    ],
  },
  "w/:workspace/pages/import/progress": {
    acts: [
      {
        does: "imports a file and tells how far it is",
        needs: "page:edit",
        sends: ({ ids }) => ({
          form: { path: "/came-in-too", site: ids.site },
          file: { field: "file", name: "b.html", type: "text/html", bytes: Buffer.from("<h1>Hello</h1>") },
        }),
      },
    ],
  },
  "w/:workspace/pages/testimonials": {
    reads: "page:edit",
    acts: [
      {
        does: "asks the quoted person",
        needs: "page:publish",
        sends: ({ ids }) => ({
          form: { intent: "ask", testimonial: publicId("testimonial", ids.testimonial) },
        }),
      },
      {
        does: "deletes a testimonial",
        needs: "page:edit",
        sends: ({ ids }) => ({
          form: { intent: "delete", testimonial: publicId("testimonial", ids.testimonial) },
        }),
      },
    ],
  },
  "w/:workspace/pages/testimonials/new": {
    reads: "page:edit",
    acts: [
      {
        does: "makes a testimonial",
        needs: "page:edit",
        sends: () => ({ form: { words: "Good.", name: "Jo", role: "", email: "jo@new.example" } }),
      },
    ],
  },
  "w/:workspace/pages/testimonials/:testimonial": {
    reads: "page:edit",
    params: ({ ids }) => ({ testimonial: publicId("testimonial", ids.testimonial) }),
    acts: [
      {
        does: "changes a testimonial",
        needs: "page:edit",
        sends: () => ({ form: { words: "Better.", name: "Jo", role: "", email: "jo@new.example" } }),
      },
    ],
  },
  "w/:workspace/pages/:page": {
    reads: "page:edit",
    acts: [
      {
        does: "changes the settings",
        needs: "page:edit",
        sends: () => ({ form: { title: "Changed", path: "/live", description: "", language: "en" } }),
      },
      { does: "publishes", needs: "page:publish", sends: () => ({ form: { act: "publish" } }) },
    ],
  },
  "w/:workspace/pages/:page/report": { reads: "page:edit" },
  "w/:workspace/pages/:page/report.csv": { reads: "page:edit" },
  "w/:workspace/pages/:page/report/live": { reads: "page:edit" },
  "w/:workspace/reports": { reads: "page:edit" },
  "w/:workspace/pages/:page/experiments": {
    reads: "page:edit",
    acts: [
      {
        does: "sets up an experiment",
        needs: "page:edit",
        before: endExperiments,
        sends: () => ({ form: { name: "Words", mode: "fixed", baseline: "5", effect: "20" } }),
      },
    ],
  },
  "w/:workspace/experiments/:experiment": {
    reads: "page:edit",
    acts: [
      act("add", "page:edit", {
        sends: ({ ids }) => ({ form: { act: "add", variant: ids.variant, name: "Variant C" } }),
      }),
      act("start", "page:publish"),
    ],
  },
  "w/:workspace/pages/:page/edit": { reads: "page:edit" },
  "w/:workspace/pages/:page/preview": { reads: "page:edit" },
  "w/:workspace/pages/:page/checks": { reads: "page:edit" },
  "w/:workspace/pages/:page/history": { reads: "page:edit" },
  "w/:workspace/pages/:page/presence": {
    acts: [
      {
        does: "says that it is open",
        needs: "page:edit",
        sends: () => ({ json: { tab: "01M8GSD25ZJSXEQKTJV631ANVP" } }),
      },
    ],
  },
  "w/:workspace/pages/sections": { reads: "page:edit" },
  "w/:workspace/pages/sections/:section/edit": { reads: "page:edit" },
  "w/:workspace/pages/sections/:section/document": {
    acts: [
      {
        does: "renames",
        needs: "page:edit",
        sends: () => ({ method: "PUT", json: { revision: 1, name: "Renamed" } }),
      },
    ],
  },
  "w/:workspace/pages/sections/:section/act": {
    acts: [
      act("remove", "page:edit"),
      act("restore", "page:edit", {
        before: async ({ db, clock }, { workspaceId, ids }) => {
          await db
            .updateTable("saved_sections")
            .set({ removed_at: clock.now() })
            .where("workspace_id", "=", workspaceId)
            .where("id", "=", ids.section)
            .execute();
        },
      }),
      act("rename", "page:edit", { sends: () => ({ form: { act: "rename", name: "Renamed" } }) }),
      act("republish", "page:publish", { changesNothing: true }),
    ],
  },
  "w/:workspace/pages/section-library": {
    reads: "page:edit",
    acts: [
      {
        does: "keeps a section",
        needs: "page:edit",
        sends: () => ({
          json: {
            name: "Kept",
            project: {
              pages: [{ frames: [{ component: { components: [{ tagName: "p", content: "x" }] } }] }],
            },
          },
        }),
      },
    ],
  },
  "w/:workspace/pages/preview-template/:template": {
    reads: "page:edit",
    params: () => ({ template: templates[0]?.id ?? "" }),
  },
  "w/:workspace/pages/:page/act": {
    acts: [
      act("duplicate", "page:edit"),
      act("remove", "page:edit"),
      act("restore", "page:edit", {
        before: async ({ db, clock }, { workspaceId, ids }) => {
          await db
            .updateTable("pages")
            .set({ removed_at: clock.now() })
            .where("workspace_id", "=", workspaceId)
            .where("id", "=", ids.page)
            .execute();
        },
      }),
      act("unpublish", "page:publish"),
      act("roll-back", "page:publish", {
        sends: ({ ids }) => ({ form: { act: "roll-back", version: publicId("version", ids.version) } }),
      }),
      act("restore-revision", "page:edit", {
        sends: () => ({ form: { act: "restore-revision", revision: "1" } }),
      }),
    ],
  },
  "w/:workspace/pages/:page/document": {
    acts: [
      {
        does: "saves",
        needs: "page:edit",
        sends: () => ({ method: "PUT", json: { revision: 1, settings: { title: "Saved" } } }),
      },
    ],
  },
  "w/:workspace/pages/:page/publication": {
    acts: [
      { does: "publishes", needs: "page:publish", sends: () => ({ json: { revision: 1 } }) },
      { does: "takes offline", needs: "page:publish", sends: () => ({ method: "DELETE" }) },
    ],
  },
  "w/:workspace/downloads": {
    reads: "page:edit",
    acts: [
      {
        does: "uploads a file to hand over",
        needs: "page:edit",
        sends: () => ({
          file: { field: "file", name: "guide.txt", type: "text/plain", bytes: Buffer.from("A guide") },
        }),
      },
    ],
  },
  "w/:workspace/films": {
    acts: [
      {
        does: "uploads captions",
        needs: "page:edit",
        sends: () => ({
          file: {
            field: "file",
            name: "words.vtt",
            type: "text/vtt",
            bytes: Buffer.from("WEBVTT\n\n00:00.000 --> 00:01.000\nGood day\n"),
          },
        }),
      },
    ],
  },
  "w/:workspace/pictures": {
    reads: "page:edit",
    acts: [
      {
        does: "uploads",
        needs: "page:edit",
        sends: () => ({ file: { field: "picture", name: "dot.png", type: "image/png", bytes: pixel } }),
      },
    ],
  },
};
