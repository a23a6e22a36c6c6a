import { defineConfig } from "@playwright/test";
import { findChromium } from "../scripts/setup/chromium.js";

const executablePath = findChromium();

/** Run by `npm test`, which starts Modelwatch and says where in MODELWATCH_URL. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/e2e",
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    baseURL: process.env.MODELWATCH_URL,
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
