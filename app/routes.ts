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
    route("pages/:page", "routes/pages/page.tsx"),

    // leads and reports

    // campaigns and senders

    // settings
    route("settings", "routes/settings/layout.tsx", [
      index("routes/settings/general.tsx"),
      route("data", "routes/settings/data.tsx"),
      route("members", "routes/settings/members.tsx"),
      route("privacy", "routes/settings/privacy.tsx"),
    ]),

    // leaving, API keys, trust
  ]),

  // full-screen and resource routes of a workspace
  route("w/:workspace/pages/preview-template/:template", "routes/pages/preview-template.ts"),
  route("w/:workspace/pages/:page/act", "routes/pages/act.ts"),
  route("w/:workspace/pages/:page/checks", "routes/pages/checks.ts"),
  route("w/:workspace/pages/:page/document", "routes/pages/document.ts"),
  route("w/:workspace/pages/:page/edit", "routes/pages/edit.tsx"),
  route("w/:workspace/pages/:page/preview", "routes/pages/preview.ts"),
  route("w/:workspace/pages/:page/publication", "routes/pages/publication.ts"),
  route("w/:workspace/pictures", "routes/pages/pictures.ts"),

  // platform: policies, trust, API docs, operator
  route("policies", "routes/policies/list.tsx"),
  route("policies/:policy", "routes/policies/policy.tsx"),
] satisfies RouteConfig;
