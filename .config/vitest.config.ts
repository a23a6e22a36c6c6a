import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
// server-only resolves to its empty file under this condition, as it does in the worker
const ssr = {
  resolve: { conditions: ["react-server", "module", "node", "development|production"], externalConditions: ["react-server", "node"] },
};
const env = { TZ: "Asia/Kathmandu" };
const setupFiles = ["lib/testing/fail-on-console.ts"];

export default defineConfig({
  root,
  ssr,
  test: {
    sequence: { shuffle: { files: true } },
    projects: [
      {
        root,
        ssr,
        test: {
          name: "unit",
          // Pure code needs no process of its own: half of the time went into starting one per file.
          isolate: false,
          sequence: { shuffle: true },
          include: ["{app,components,lib,scripts,bench}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.integration.test.ts"],
          env,
          setupFiles,
        },
      },
      {
        root,
        ssr,
        test: {
          name: "integration",
          include: ["{app,lib,scripts,bench}/**/*.integration.test.ts"],
          globalSetup: ["lib/testing/postgres.ts"],
          // Within a file the tests are steps of one story on one database.
          sequence: { shuffle: { tests: false } },
          env,
          setupFiles,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
