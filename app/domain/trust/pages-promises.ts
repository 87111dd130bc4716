import type { PlatformPromise } from "./platform-promise";

export const pagesPromises: readonly PlatformPromise[] = [
  {
    id: "pages.build",
    title: "Build pages without code on this instance's own servers",
    stage: 1,
    state: "kept",
    mechanism:
      "Pages are documents edited in the browser by mouse, finger or keyboard, saved on top of a named revision, rendered by one server renderer, shown beforehand by links that end, and published as frozen versions that come back as they were",
    code: [
      "app/domain/pages/create-page.server.ts",
      "builder/editor/mount-editor.client.ts",
      "app/domain/publishing/publish-page.server.ts",
      "app/server/edge/preview-links.server.ts",
    ],
  },
  {
    id: "pages.download",
    title: "Give gated content after contact details",
    stage: 1,
    state: "kept",
    mechanism:
      "A form hands over a file at once or by mail, by a signed link that ends; consent to marketing is not asked for it, and each fetch is shown on the lead",
    code: ["app/domain/forms/hand-over-download.server.ts", "app/domain/forms/send-download.server.ts"],
  },
  {
    id: "leads.capture",
    title: "Capture the contact fields the customer chose; the data is the customer's",
    stage: 1,
    state: "kept",
    mechanism:
      "Only fields of the published form are kept, files included, committed before the answer, typed, exported and erased with the person",
    code: ["app/domain/leads/capture-leads.server.ts", "app/domain/forms/check-submission.ts"],
  },
  {
    id: "leads.dedupe",
    title: "Merge repeats of one person, and show the merge",
    stage: 1,
    state: "kept",
    mechanism: "One lead per normalised address and workspace, with the old values kept",
    code: ["app/domain/leads/capture-leads.server.ts"],
  },
  {
    id: "leads.enrich",
    title: "Add data only from sources the customer switched on",
    stage: 3,
    state: "planned",
    mechanism: "",
    code: [],
  },
  {
    id: "pages.navigational",
    title: "Record visits only as the consent given allows",
    stage: 1,
    state: "kept",
    mechanism:
      "Truncated address, time zone and region only with consent; keys of visitors lose their salt after a day; a visit is tied to a lead only with consent; reports add up from counts that identify nobody",
    code: ["app/domain/tracking/read-visit.server.ts", "app/domain/analytics/get-page-report.server.ts"],
  },
  {
    id: "pages.notice",
    title: "Show the privacy notice at every form",
    stage: 1,
    state: "kept",
    mechanism: "Publishing adds the notice from the settings, or refuses without them",
    code: ["app/domain/publishing/publish-page.server.ts"],
  },
  {
    id: "pages.personalise",
    title: "Recognise a returning visitor who agreed",
    stage: 2,
    state: "partly",
    mechanism:
      "Entries stay in the visitor's own browser where they tick the box; words from the page's address are put in by the server",
    code: ["app/visitor/form-memory.ts", "app/server/edge/page-texts.server.ts"],
  },
  {
    id: "pages.thirdparty",
    title: "Block third-party widgets until the visitor consents",
    stage: 1,
    state: "kept",
    mechanism: "Services are declared by category and are in no page before the visitor agreed to it",
    code: ["app/server/edge/consent-layer.server.ts"],
  },
  {
    id: "pages.testimonials",
    title: "Publish testimonials only with the person's consent",
    stage: 2,
    state: "kept",
    mechanism:
      "The quoted person is asked by e-mail and agrees to the exact words and place; without that publishing is refused, and withdrawing takes the words off every page within seconds",
    code: [
      "app/domain/testimonials/answer-testimonial.server.ts",
      "app/domain/publishing/take-off-testimonial.server.ts",
    ],
  },
  {
    id: "pages.dogfood",
    title: "Run the platform's own marketing on itself",
    stage: 2,
    state: "planned",
    mechanism: "",
    code: [],
  },
  {
    id: "community.posts",
    title: "Public posts that their authors can correct or remove",
    stage: 3,
    state: "planned",
    mechanism: "",
    code: [],
  },
  {
    id: "forms.sensitive",
    title: "Refuse forms and values with sensitive data",
    stage: 1,
    state: "partly",
    mechanism:
      "Fields are judged before publishing, those for files too; values and plain files at submission and import",
    code: ["app/domain/acceptable-use/sensitive-rules.ts", "app/domain/acceptable-use/judge-file-field.ts"],
  },
  {
    id: "forms.children",
    title: "Keep children's data out",
    stage: 1,
    state: "partly",
    mechanism:
      "Each workspace has a minimum age, never under 13; forms that offer ages below it are pointed out or stopped",
    code: ["app/domain/workspaces/workspace-settings.ts"],
  },
  {
    id: "forms.captcha",
    title: "Tell people from bots without a third party",
    stage: 1,
    state: "kept",
    mechanism:
      "Proof of work, honeypot and limits; by setting also reCAPTCHA v3, hCaptcha or Turnstile, in no page before the visitor agreed; doubtful submissions wait in quarantine, and a service that fails keeps nobody out",
    code: [
      "app/domain/forms/doubt.ts",
      "app/domain/forms/ask-captcha.server.ts",
      "app/domain/consent/captcha-party.ts",
    ],
  },
];
