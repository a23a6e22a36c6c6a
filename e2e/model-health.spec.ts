import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test.ts";

type Value = { value: number | null; low: number | null; high: number | null };
type Window = { start: string; status: string; predictions: number; labelled: number; metrics: { rocAuc: Value } };
type Performance = { windows: Window[]; thresholds: { rocAuc: { lower: number } } };

const path = "/models/california-housing";
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const monthOf = (start: string): string => `${months[new Date(start).getUTCMonth()]} ${new Date(start).getUTCFullYear()}`;

/** The newest month in which the ranking was below its limit, as the API gives it: which one it is depends on the day. */
async function badMonth(page: Page) {
  const answer: Performance = await (await page.request.get(`/api/v1${path}/performance?window=1mo`)).json();
  const limit = answer.thresholds.rocAuc.lower;
  const window = answer.windows.findLast(
    ({ status, metrics }) => status === "critical" && metrics.rocAuc.value !== null && metrics.rocAuc.value < limit,
  );
  const pending = answer.windows.findLast(({ status }) => status === "pending");
  if (!window || !pending) throw new Error("The demo data has no month below its limit, or none that waits for labels.");
  return { ...window, limit, auc: (window.metrics.rocAuc.value ?? 0).toFixed(3), name: monthOf(window.start), pending };
}

test("the head of the model says what the API says, and leads to the incident", async ({ signIn }) => {
  const page = await signIn("scientist");
  const { headline, detail } = await (await page.request.get(`/api/v1${path}/overview`)).json();
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1, name: headline })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(detail);
  await page.getByRole("link", { name: /^Open incident #\d+$/ }).click();
  await expect(page).toHaveURL(/\/incidents\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/is below its limit$/);
});

test("a month below its limit is seen with value, limit, estimate, drift, regions, labels and decisions", async ({ signIn }) => {
  const page = await signIn("scientist");
  const bad = await badMonth(page);
  await page.goto(`${path}?at=${bad.start}`);
  const panel = page.getByRole("region", { name: "ROC AUC by month" });
  await expect(panel).toContainText(`ROC AUC is ${bad.auc} in ${bad.name}, below its limit of ${bad.limit.toFixed(3)}`);
  await expect(panel).toContainText(new RegExp(`${bad.name}: observed ${bad.auc} .*estimated 0\\.\\d{3}.*${bad.predictions} rows`));
  const legend = panel.getByRole("list").last();
  for (const words of ["estimated, no labels", "limit", "labels pending"]) await expect(legend).toContainText(words);
  await expect(page.getByRole("heading", { name: new RegExp(`\\d+ of 10 columns drifted in ${bad.name}`) })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Region" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Label coverage" })).toBeVisible();
  await expect(page.getByRole("heading", { name: `Decisions in ${bad.name}` })).toBeVisible();
});

test("the month that waits for labels is neither good nor bad", async ({ signIn }) => {
  const page = await signIn("scientist");
  const { pending } = await badMonth(page);
  await page.goto(`${path}?at=${pending.start}`);
  const chart = page.getByRole("slider", { name: "Window of ROC AUC" });
  await expect(chart).toHaveAttribute("aria-valuetext", /estimated 0\.\d{3}.*labels pending/);
});

test("the table behind a chart has the numbers of the chart", async ({ signIn }) => {
  const page = await signIn("scientist");
  const bad = await badMonth(page);
  await page.goto(path);
  const panel = page.getByRole("region", { name: "ROC AUC by month" });
  await panel.getByText("Show as table").click();
  const row = panel.getByRole("row").filter({ has: page.getByRole("rowheader", { name: bad.name }) });
  await expect(row.getByRole("cell")).toContainText([
    /./,
    bad.auc,
    /0\.\d{3}–0\.\d{3}/,
    /0\.\d{3}/,
    String(bad.predictions),
    String(bad.labelled),
    "critical",
  ]);
});

test("a number says how it was computed", async ({ signIn }) => {
  const page = await signIn("scientist");
  const bad = await badMonth(page);
  await page.goto(`${path}?at=${bad.start}`);
  const panel = page.getByRole("region", { name: "ROC AUC by month" });
  await panel.getByRole("button", { name: "How was this computed?" }).click();
  const facts = page.getByRole("dialog", { name: `ROC AUC, ${bad.name}` });
  await expect(facts.getByRole("term").filter({ hasText: /^Method$/ })).toBeVisible();
  await expect(facts).toContainText(/Reference\s*version 1, 5,832 rows/);
  await expect(facts).toContainText(/mean ± 3/);
  await expect(facts).toContainText(/Postgres/);
  await page.keyboard.press("Escape");
  await expect(facts).toBeHidden();
});

test("what is shown is in the address: it survives a reload and goes along to other tabs", async ({ signIn }) => {
  const page = await signIn("scientist");
  await page.goto(path);
  const choose = async (control: string, choice: string) => {
    await page.getByRole("button", { name: new RegExp(`^${control}`) }).click();
    await page.getByRole("menuitem", { name: choice, exact: true }).click();
  };
  await choose("Version", "v2");
  await expect(page).toHaveURL(/version=v2/);
  await choose("Range", "Last 3 years");
  await expect(page).toHaveURL(/range=3y/);
  await choose("Metric", "Accuracy");
  await expect(page).toHaveURL(/metric=accuracy/);
  await expect(page.getByRole("heading", { name: "Accuracy by month" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: /^Version/ })).toHaveText(/v2/);
  await expect(page.getByRole("button", { name: /^Range/ })).toHaveText(/Last 3 years/);
  await expect(page.getByRole("heading", { name: "Accuracy by month" })).toBeVisible();
  const tabs = page.getByRole("navigation", { name: "Pages of this model" });
  await tabs.getByRole("link", { name: /^Drift/ }).click();
  await expect(page).toHaveURL(/\/drift\?.*version=v2/);
  await expect(page.getByRole("button", { name: /^Version/ })).toHaveText(/v2/);
});

test("every tab opens its page", async ({ signIn }) => {
  const page = await signIn("scientist");
  await page.goto(path);
  const tabs = page.getByRole("navigation", { name: "Pages of this model" });
  for (const [tab, heading] of [
    ["Performance", "Every metric by window"],
    ["Drift", "Share of columns that drifted"],
    ["Bias", /group/i],
    ["Data quality", "Faults over time"],
    ["Operations", "Requests"],
    ["Explain", /attributions/i],
    ["Versions", "How each version did"],
    ["What to watch", "KPIs worth having"],
    ["Settings", /./],
    ["Overview", "ROC AUC by month"],
  ] as const) {
    await tabs.getByRole("link", { name: new RegExp(`^${tab}`) }).click();
    await expect(page.getByRole("heading", { level: 2, name: heading }).first(), tab).toBeVisible();
    await expect(tabs.getByRole("link", { name: new RegExp(`^${tab}`) }), tab).toHaveAttribute("aria-current", "page");
  }
});

test("a window is chosen with the keyboard, and the tables below follow", async ({ signIn }) => {
  const page = await signIn("scientist");
  const bad = await badMonth(page);
  await page.goto(`${path}?at=${bad.start}`);
  const chart = page.getByRole("slider", { name: "Window of ROC AUC" });
  await expect(chart.locator("svg").first()).toBeAttached();
  await chart.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page).not.toHaveURL(new RegExp(encodeURIComponent(bad.start)));
  await expect(page.getByRole("heading", { name: /columns drifted in/ })).not.toHaveText(new RegExp(bad.name));
});

test("a column that moved: its distribution, its figures, its history", async ({ signIn }) => {
  const page = await signIn("scientist");
  await page.goto(`${path}/drift`);
  await page.getByRole("link", { name: "Latitude" }).first().click();
  await expect(page).toHaveURL(/\/features\/Latitude/);
  await expect(page.getByRole("main")).toContainText(/Latitude drifted .*PSI \d\.\d+, limit 0\.200/);
  await expect(page.getByRole("heading", { name: /^Distribution in/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Population stability index of Latitude" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Mean" }).first()).toContainText("34.6");
});

test("groups that are treated differently are told in words", async ({ signIn }) => {
  const page = await signIn("scientist");
  await page.goto("/models/adult-income/bias?window=1mo");
  await expect(page.getByRole("heading", { level: 2, name: /^Groups of sex are treated differently/ })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/Selection rate of Female is 0\.\d{3} times that of Male \(0\.\d{3}–0\.\d{3}\)/);
  const row = page.getByRole("row").filter({ hasText: "Selection rate" }).filter({ hasText: "Female" });
  await expect(row.first()).toContainText("Unfair");
});

test("what a service sends is seen within ten seconds, without a reload", async ({ signIn }) => {
  const page = await signIn("scientist");
  const today = new Date();
  today.setUTCHours(0, 0, 0, 0);
  await page.goto(`/models/adult-income?at=${today.toISOString()}`);
  const chart = page.getByRole("slider", { name: "Window of ROC AUC" });
  const rows = async () => Number(/([\d,]+) rows/.exec((await chart.getAttribute("aria-valuetext")) ?? "")?.[1]?.replaceAll(",", ""));
  const before = await rows();
  expect(before).toBeGreaterThan(0);
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await expect.poll(rows, { timeout: 10_000 }).toBeGreaterThan(before);
  expect(await page.evaluate(() => "stillHere" in window), "the page was not loaded anew").toBe(true);
});
