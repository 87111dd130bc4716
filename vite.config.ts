import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** One server bundle: routes, edge, workers and commands share each module. Must run after the Remix plugin, which sets its own input. */
const oneServerBundle: Plugin = {
  name: "foyer:one-server-bundle",
  enforce: "post",
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? { build: { target: "esnext", rollupOptions: { input: "app/server/main.server.ts" } } }
      : undefined,
};

/** zod explains its pure annotations in comments that Rollup takes for broken ones; routes without a screen have nothing for the browser. */
const expected = new Set(["INVALID_ANNOTATION", "EMPTY_BUNDLE"]);

export default defineConfig({
  plugins: [remix(remixConfig), oneServerBundle],
  resolve: {
    alias: { "~builder": path("./builder"), "~db": path("./db"), "~": path("./app") },
  },
  build: {
    // The server's build must write style sheets as the browser's does: with another hash they are fetched twice.
    cssTarget: ["es2020", "edge88", "firefox78", "chrome87", "safari14"],
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rollupOptions: {
      onwarn: (warning, warn) => (expected.has(warning.code ?? "") ? undefined : warn(warning)),
    },
  },
  // Vite leaves out what nobody uses of these; esbuild, which takes in the rest, would keep 0.7 MB more for each start to read.
  ssr: { noExternal: ["kysely", "zod", "libphonenumber-js"] },
  // Without a list Vite would find what only the server imports, such as argon2, and fail to prepare it for browsers.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      "@remix-run/react",
      "grapesjs",
      "lucide-react",
      "react",
      "react-dom",
      "react-dom/client",
      "react/jsx-dev-runtime",
      "react/jsx-runtime",
    ],
  },
});
