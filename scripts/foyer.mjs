#!/usr/bin/env node
// The command line. Each command lives in app/server/commands.
import { loadServer } from "./lib/load-server.mjs";
import { ensureBuild, ensureDependencies, loadEnvironment, root } from "./lib/prepare.mjs";

ensureDependencies();
ensureBuild({ quiet: true });
loadEnvironment();
process.env.NODE_ENV ??= "production";
const { foyer } = loadServer();
process.exitCode = await foyer(process.argv.slice(2), process.env, root);
