#!/usr/bin/env node
// The command line. Each command lives in app/server/commands.
import { ensureBuild, ensureDependencies, loadEnvironment, root } from "./lib/prepare.mjs";

ensureDependencies();
ensureBuild({ quiet: true });
loadEnvironment();
process.env.NODE_ENV ??= "production";
const { foyer } = await import("../build/server/index.js");
process.exitCode = await foyer(process.argv.slice(2), process.env, root);
