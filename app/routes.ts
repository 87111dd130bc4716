import { index, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("routes/home.tsx"),
  // accounts and workspaces

  // one workspace
  route("w/:workspace", "routes/workspace/layout.tsx", [
    index("routes/workspace/home.tsx"),
    // pages

    // leads and reports

    // campaigns and senders

    // settings

    // leaving, API keys, trust
  ]),

  // full-screen and resource routes of a workspace

  // platform: policies, trust, API docs, operator
] satisfies RouteConfig;
