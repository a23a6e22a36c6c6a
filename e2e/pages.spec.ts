import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible.ts";
import { addressOf, pages } from "./fixtures/addresses.ts";
import { expect, test } from "./fixtures/test.ts";
import { themes, useTheme } from "./fixtures/themes.ts";

test.describe.configure({ mode: "parallel", timeout: 120_000 });

/** Charts are drawn after the page; a skeleton stands for what is still to come. */
async function drawn(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  await expect(page.getByText(/^(Loading|Drawing|Trying) /)).toHaveCount(0);
}

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

for (const name of Object.keys(pages))
  test(`${name}: no barriers in either theme, and nothing sticks out on a phone`, async ({ signIn }) => {
    const page = await signIn("admin");
    const address = await addressOf(name, page.request);
    await page.setViewportSize({ width: 1440, height: 900 });
    await useTheme(page, "light");
    await page.goto(address);
    await drawn(page);
    await expectAccessible(page, `${name}, light`);
    await useTheme(page, "dark");
    await expectAccessible(page, `${name}, dark`, "colours");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await drawn(page);
    await expect.poll(() => overflow(page), { message: "pixels beyond the right edge" }).toBeLessThanOrEqual(0);
  });

for (const [name, address] of [
  ["sign-in", "/login"],
  ["a used link", "/join/nothing"],
] as const)
  test(`${name}: no barriers in either theme, and nothing sticks out on a phone`, async ({ page }) => {
    for (const theme of themes) {
      await useTheme(page, theme);
      await page.goto(address);
      await expectAccessible(page, `${name}, ${theme}`);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
  });

test("a page that does not exist says so and leads on", async ({ signIn, complaints }) => {
  complaints.allow(/404/);
  const page = await signIn("engineer");
  for (const address of ["/models/nothing", "/kpis/nothing", "/incidents/999999", "/nowhere"]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
    await expect(page.getByRole("main").getByRole("link").first(), address).toBeVisible();
  }
});

test("everything is reached with keys alone", async ({ signIn }) => {
  const page = await signIn("admin");
  await page.goto("/overview");
  await expect(page.getByRole("heading", { name: "Open incidents" })).toBeVisible();

  await test.step("the first Tab offers to skip the navigation", async () => {
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("/ finds a model", async () => {
    await page.keyboard.press("/");
    const box = page.getByRole("combobox", { name: "Search" });
    await expect(box).toBeFocused();
    await page.keyboard.type("califor");
    await expect(page.getByRole("option", { name: /California housing/ }).first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/models/california-housing");
  });

  await test.step("g m and g i lead to models and incidents", async () => {
    await expect(page.getByRole("heading", { name: "ROC AUC by month" })).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await expect(page).toHaveURL("/models");
    await expect(page.getByRole("heading", { level: 1, name: /models$/ })).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await expect(page).toHaveURL("/incidents");
  });

  await test.step("? lists the keys, Escape closes, and single keys can be switched off", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keys" });
    await expect(keys).toBeVisible();
    await expectAccessible(page, "the list of keys");
    await page.keyboard.press("Escape");
    await expect(keys).toBeHidden();
    await page.keyboard.press("/");
    await expect(page.getByRole("combobox", { name: "Search" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("combobox", { name: "Search" })).toBeHidden();
  });
});

test("Tab reaches the chart, its table and what explains it; arrows move through the windows", async ({ signIn }) => {
  const page = await signIn("scientist");
  await page.goto("/models/california-housing");
  const panel = page.getByRole("region", { name: "ROC AUC by month" });
  const chart = panel.getByRole("slider", { name: "Window of ROC AUC" });
  const table = panel.getByText("Show as table");
  await expect(chart.locator("svg").first()).toBeAttached();
  await panel.getByRole("button", { name: "How was this computed?" }).focus();
  await page.keyboard.press("Tab");
  await expect(chart).toBeFocused();
  const before = await chart.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  await expect(chart).not.toHaveAttribute("aria-valuetext", before ?? "");
  await page.keyboard.press("Tab");
  await expect(table).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("table")).toBeVisible();
});

test("the KPIs are one printed page, without navigation", async ({ signIn }) => {
  const page = await signIn("stakeholder");
  await page.goto("/kpis");
  await drawn(page);
  await page.emulateMedia({ media: "print" });
  // what other tests added is left out
  await page.evaluate(
    (known) => {
      for (const row of document.querySelectorAll("main section[aria-label]"))
        if (!known.includes(row.getAttribute("aria-label") ?? "")) row.remove();
    },
    [
      "High-value homes are ranked first",
      "Right decisions on home value",
      "Bike forecast is off by",
      "Women are selected as often as men",
      "Answer time of the income service",
      "Valuations done by hand",
      "Valuations in all",
      "Share of valuations done by hand",
    ],
  );
  await expect(page.locator("main section[aria-label]")).toHaveCount(8);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
