import { index, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("routes/home.tsx"),
  // accounts and workspaces
  route("account", "routes/auth/account.tsx"),
  route("accept-policies", "routes/auth/accept-policies.tsx"),
  route("confirm-email/:token", "routes/auth/confirm-email.tsx"),
  route("forgot-password", "routes/auth/forgot-password.tsx"),
  route("forgot-password/sent", "routes/auth/mail-sent.tsx", { id: "reset-mail-sent" }),
  route("invitations/:token", "routes/invitations/invitation.tsx"),
  route("reset-password/:token", "routes/auth/reset-password.tsx"),
  route("setup/:token", "routes/operator-setup/setup.tsx"),
  route("sign-in", "routes/auth/sign-in.tsx"),
  route("sign-out", "routes/auth/sign-out.tsx"),
  route("sign-up", "routes/auth/sign-up.tsx"),
  route("sign-up/sent", "routes/auth/mail-sent.tsx", { id: "sign-up-mail-sent" }),
  route("workspaces", "routes/workspace/list.tsx"),
  route("workspaces/new", "routes/workspace/new.tsx"),

  // one workspace
  route("w/:workspace", "routes/workspace/layout.tsx", [
    index("routes/workspace/home.tsx"),
    // pages
    route("pages", "routes/pages/list.tsx"),
    route("pages/new", "routes/pages/new.tsx"),
    route("pages/sections", "routes/pages/sections.tsx"),
    route("pages/:page", "routes/pages/page.tsx"),
    route("pages/:page/history", "routes/pages/history.tsx"),

    // leads and reports
    route("leads", "routes/leads/list.tsx"),
    route("leads/erase", "routes/leads/erase.tsx", { id: "erase-leads" }),
    route("leads/imports", "routes/leads/imports.tsx"),
    route("leads/imports/new", "routes/leads/new-import.tsx"),
    route("leads/imports/:import", "routes/leads/import.tsx"),
    route("leads/new", "routes/leads/new.tsx"),
    route("leads/quarantine", "routes/leads/quarantine.tsx"),
    route("leads/requests", "routes/privacy/requests.tsx"),
    route("leads/segments", "routes/leads/segments.tsx"),
    route("leads/segments/new", "routes/leads/segment.tsx", { id: "new-segment" }),
    route("leads/segments/:segment", "routes/leads/segment.tsx"),
    route("leads/:lead", "routes/leads/lead.tsx"),
    route("leads/:lead/edit", "routes/leads/edit.tsx"),
    route("leads/:lead/erase", "routes/leads/erase.tsx", { id: "erase-lead" }),
    route("pages/:page/report", "routes/reports/page-report.tsx"),
    route("reports", "routes/reports/overview.tsx"),

    // campaigns and senders
    route("campaigns", "routes/campaigns/list.tsx"),
    route("campaigns/new", "routes/campaigns/new.tsx"),
    route("campaigns/:campaign", "routes/campaigns/campaign.tsx"),
    route("campaigns/:campaign/edit", "routes/campaigns/edit.tsx"),
    route("outbox", "routes/outbox/list.tsx"),
    route("outbox/:message", "routes/outbox/message.tsx"),

    // settings
    route("settings", "routes/settings/layout.tsx", [
      index("routes/settings/general.tsx"),
      route("api-keys", "routes/api-keys/api-keys.tsx"),
      route("data", "routes/settings/data.tsx"),
      route("leave", "routes/leave/leave.tsx"),
      route("members", "routes/settings/members.tsx"),
      route("privacy", "routes/settings/privacy.tsx"),
      route("topics", "routes/settings/topics.tsx"),
      route("senders", "routes/senders/list.tsx"),
      route("senders/new", "routes/senders/sender.tsx", { id: "new-sender" }),
      route("senders/:sender", "routes/senders/sender.tsx"),
    ]),

    // trust
    route("trust", "routes/trust/workspace.tsx"),
  ]),

  // full-screen and resource routes of a workspace
  route("w/:workspace/exports/:export", "routes/leave/archive.ts"),
  route("w/:workspace/leads/export.csv", "routes/leads/export.ts"),
  route("w/:workspace/leads/files/:file", "routes/leads/file.ts"),
  route("w/:workspace/leads/segments/count", "routes/leads/segment-count.ts"),
  route("w/:workspace/campaigns/:campaign/act", "routes/campaigns/act.ts"),
  route("w/:workspace/campaigns/:campaign/preview", "routes/campaigns/preview.ts"),
  route("w/:workspace/campaigns/preview-template/:template", "routes/campaigns/preview-template.ts"),
  route("w/:workspace/outbox/:message/:part", "routes/outbox/message-part.ts"),
  route("w/:workspace/pages/preview-template/:template", "routes/pages/preview-template.ts"),
  route("w/:workspace/pages/:page/act", "routes/pages/act.ts"),
  route("w/:workspace/pages/:page/checks", "routes/pages/checks.ts"),
  route("w/:workspace/pages/:page/document", "routes/pages/document.ts"),
  route("w/:workspace/pages/:page/edit", "routes/pages/edit.tsx"),
  route("w/:workspace/pages/:page/presence", "routes/pages/presence.ts"),
  route("w/:workspace/pages/:page/preview", "routes/pages/preview.ts"),
  route("w/:workspace/pages/:page/publication", "routes/pages/publication.ts"),
  route("w/:workspace/downloads", "routes/pages/downloads.ts"),
  route("w/:workspace/pages/section-library", "routes/pages/section-library.ts"),
  route("w/:workspace/pages/sections/:section/act", "routes/pages/section-act.ts"),
  route("w/:workspace/pages/sections/:section/document", "routes/pages/section-document.ts"),
  route("w/:workspace/pages/sections/:section/edit", "routes/pages/edit-section.tsx"),
  route("w/:workspace/pictures", "routes/pages/pictures.ts"),

  // platform: policies, trust, API docs, operator
  route("abuse", "routes/abuse/report.tsx"),
  route("certificates/:token", "routes/leave/certificate.tsx"),
  route("certificates/:token/json", "routes/leave/certificate-json.ts"),
  route("docs/api", "routes/api-docs/api-docs.tsx"),
  route("operator", "routes/operator/layout.tsx", [
    index("routes/operator/workspaces.tsx"),
    route("deleted", "routes/operator/deleted.tsx"),
    route("instance", "routes/operator/instance.tsx"),
    route("jobs", "routes/operator/jobs.tsx"),
    route("notices", "routes/operator/notices.tsx"),
    route("workspaces/:id", "routes/operator/workspace.tsx"),
  ]),
  route("privacy-request", "routes/privacy/request.tsx"),
  route("privacy-request/:token", "routes/privacy/confirm.tsx"),
  route("theme", "routes/theme.ts"),
  route("trust", "routes/trust/public.tsx"),
  route("policies", "routes/policies/list.tsx"),
  route("policies/:policy", "routes/policies/policy.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
