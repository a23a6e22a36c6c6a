import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { csv, loans } from "./fixtures/loans.ts";
import { nameOf } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/test.ts";

const asFile = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** The figures that the report of an upload gives. */
const figure = (page: Page, name: string) =>
  page
    .getByRole("definition")
    .filter({ hasText: /^[\d,]+$/ })
    .locator(`xpath=self::*[preceding-sibling::dt[.="${name}"]]`);

/** As somebody would drop a file from the desktop. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ""], fileName ?? "", { type: "text/csv" }));
      return data;
    },
    [name, text],
  );
  const target = page.getByRole("group", { name: "Choose a file" });
  await target.dispatchEvent("dragover", { dataTransfer: transfer });
  await expect(target).toContainText("Drop to take it.");
  await target.dispatchEvent("drop", { dataTransfer: transfer });
}

test("a model is registered from a sample, gets its data by file, and its health is seen", async ({ signIn, another }) => {
  test.setTimeout(90_000);
  const page = await signIn("scientist");
  const slug = `loans-${randomUUID().slice(0, 8)}`;
  const reference = loans({ days: 4, rows: 150, daysAgo: 10, prefix: "r" });
  const current = loans({ days: 4, rows: 150, daysAgo: 1, prefix: "c" });

  await test.step("registered from pasted rows", async () => {
    await page.goto("/models");
    await page.getByRole("link", { name: "Add model" }).click();
    await page.getByLabel("Or paste some rows").fill(
      csv(
        "id,timestamp,score,label,income,purpose,region",
        reference.slice(0, 100).map((loan) => [loan.id, loan.at, loan.score, loan.repaid, loan.income, loan.purpose, loan.region]),
      ),
    );
    await page.getByRole("button", { name: "Propose from these rows" }).click();
    const columns = page.getByRole("table", { name: "Columns of the events" });
    await expect(columns.getByLabel("Name of column income")).toBeVisible();
    await expect(columns.getByLabel("Type of income")).toHaveValue("numeric");
    await expect(columns.getByLabel("Type of purpose")).toHaveValue("categorical");
    await columns.getByLabel("region is a segment").check();
    await page.getByLabel("Name", { exact: true }).fill("Loans of the test");
    await page.getByLabel("Short name").fill(slug);
    await page.getByLabel("Window").selectOption("1d");
    await page.getByLabel("Labels come after").fill("1h");
    await page.getByLabel("Minimum rows").fill("50");
    await page.getByRole("button", { name: "Register model" }).click();
    await expect(page).toHaveURL(`/models/${slug}/watch`);
    await expect(page.getByText("Loans of the test is registered.")).toBeVisible();
  });

  await test.step("the reference is chosen as a file", async () => {
    await page.goto(`/upload?model=${slug}&kind=reference`);
    await expect(page.getByRole("radio", { name: "Reference" })).toBeChecked();
    await page
      .getByLabel("Choose a file")
      .last()
      .setInputFiles(
        asFile(
          "reference.csv",
          csv(
            "id,timestamp,score,label,income,purpose,region",
            reference.map((loan) => [loan.id, loan.at, loan.score, loan.repaid, loan.income, loan.purpose, loan.region]),
          ),
        ),
      );
    await page.getByRole("button", { name: "Make it the reference" }).click();
    await expect(page.getByText("reference.csv is reference 1 of the model now.")).toBeVisible();
    await expect(figure(page, "Frozen")).toHaveText("600");
  });

  await test.step("predictions with names of their own are mapped; lines that are wrong are reported", async () => {
    await page.goto(`/upload?model=${slug}`);
    const rows = current.map((loan) => [loan.id, loan.at, loan.score, loan.income, loan.purpose, loan.region]);
    rows[10] = ["c-10", "yesterday", 0.5, 30_000, "car", "North"];
    rows[20] = ["c-20", current[20]?.at ?? "", "high", 30_000, "car", "North"];
    await page
      .getByLabel("Choose a file")
      .last()
      .setInputFiles(asFile("june.csv", csv("loan,decided,p_bad,annual_income,purpose,region", rows)));
    const mapping = page.getByRole("table", { name: "Where each column goes" });
    await mapping.getByLabel("Where loan goes").selectOption("id");
    await mapping.getByLabel("Where decided goes").selectOption("timestamp");
    await mapping.getByLabel("Where p_bad goes").selectOption("score");
    await mapping.getByLabel("Where annual_income goes").selectOption("feature");
    await mapping.getByLabel("Name of annual_income in the model").fill("income");
    await expect(mapping.getByLabel("Where purpose goes")).toHaveValue("feature");
    await page.getByRole("button", { name: "Upload predictions" }).click();
    await expect(page.getByText("Stored in part")).toBeVisible();
    await expect(figure(page, "Accepted")).toHaveText("598");
    await expect(figure(page, "Rejected")).toHaveText("2");
    const faults = page.getByRole("table", { name: "Rejected lines" });
    await expect(faults.getByRole("row").filter({ hasText: "Line 12" })).toContainText("timestamp");
    await expect(faults.getByRole("row").filter({ hasText: "Line 22" })).toContainText("score");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download as CSV" }).click();
    expect((await download).suggestedFilename()).toBe("june-rejected.csv");
  });

  await test.step("the same file again changes nothing, and labels are dropped on the page", async () => {
    await page.goto(`/upload?model=${slug}&kind=labels`);
    const labels = csv(
      "loan,repaid",
      current.filter((_, at) => at !== 10 && at !== 20).map((loan) => [loan.id, loan.repaid]),
    );
    for (const [again, count] of [
      ["Accepted", "598"],
      ["Duplicates", "598"],
    ] as const) {
      await drop(page, "labels.csv", labels);
      await page.getByLabel("Where loan goes").selectOption("id");
      await page.getByLabel("Where repaid goes").selectOption("label");
      await page.getByRole("button", { name: "Upload labels" }).click();
      await expect(figure(page, again)).toHaveText(count);
    }
    await expect(page.getByRole("table", { name: "Past uploads" }).getByRole("row")).toHaveCount(5);
  });

  await test.step("its health is seen, with reference, labels and segments", async () => {
    await expect(async () => {
      await page.goto(`/models/${slug}`);
      await expect(page.getByRole("region", { name: /ROC AUC by day/ })).toContainText("100\u202f% labelled", { timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    await expect(page.getByRole("main")).toContainText(/Healthy|Warning|Critical/);
    await expect(page.getByRole("slider", { name: "Window of ROC AUC" })).toHaveAttribute("aria-valuetext", /observed 0\.\d{3}.*150 rows/);
    await expect(page.getByRole("heading", { name: /of 4 columns drifted/ })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Region" })).toBeVisible();
  });

  await test.step("deleted for good by an engineer, once its name is typed", async () => {
    await page.goto(`/models/${slug}/settings`);
    await expect(page.getByText("Engineers and administrators can delete the model")).toBeVisible();
    const engineer = await another("engineer");
    await engineer.goto(`/models/${slug}/settings`);
    await engineer.getByRole("button", { name: "Delete model" }).click();
    const dialog = engineer.getByRole("dialog", { name: "Delete Loans of the test?" });
    const sure = dialog.getByRole("button", { name: "Delete Loans of the test for good" });
    await expect(sure).toBeDisabled();
    await dialog.getByLabel(/^Type the name of the model/).fill("Loans of the test");
    await sure.click();
    await expect(engineer).toHaveURL("/models");
    expect((await page.request.get(`/api/v1/models/${slug}`)).status()).toBe(404);
  });
});

test("a value falls below its limit: the rule fires, the incident is worked to its end", async ({ signIn, baseURL }) => {
  test.setTimeout(90_000);
  const page = await signIn("engineer");
  const slug = `complaints-${randomUUID().slice(0, 8)}`;
  const name = `Calls answered in time ${slug.slice(-8)}`;
  const hour = 3_600_000;
  const push = async (value: number, at: number) => {
    const answer = await page.request.post(`/api/v1/kpis/${slug}/values`, {
      headers: { origin: baseURL ?? "" },
      data: { time: new Date(at).toISOString(), value },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  };

  await test.step("a KPI of sent values", async () => {
    await page.goto("/kpis/new");
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Short name").fill(slug);
    await page.getByRole("group", { name: "Values" }).getByText("Sent values").click();
    await page.getByLabel("One value for every").selectOption("1h");
    await page.getByLabel("Target").fill("90");
    await page.getByLabel("Critical limit").fill("80");
    await expect(page.getByText("90 or more is on target; below 80 is critical.")).toBeVisible();
    await page.getByRole("button", { name: "Create KPI" }).click();
    await expect(page).toHaveURL(`/kpis/${slug}`);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  await test.step("a rule, tried on its history before it is saved", async () => {
    const now = Date.now();
    for (const [back, value] of [
      [72, 95],
      [71, 60],
      [70, 70],
      [69, 94],
      [2, 93],
      [1, 94],
      [0, 95],
    ] as const)
      await push(value, now - back * hour);
    await page.goto(`/rules/new?kpi=${slug}`);
    await page.getByLabel("Name", { exact: true }).fill(`${name} is low`);
    await page.getByLabel("Critical", { exact: true }).fill("80");
    await page.getByLabel("Evaluate every").fill("10s");
    await page.getByLabel("Runbook", { exact: true }).fill("1. Look at the **phone** system.");
    await page.getByRole("group", { name: "Range" }).getByText("30 days").click();
    const preview = page.getByRole("region", { name: "Preview" });
    await expect(preview.getByRole("heading")).toHaveText(/it would have fired once/);
    await page.getByRole("button", { name: "Save rule" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${name} is low` })).toBeVisible();
  });

  await test.step("the value falls, and an incident opens", async () => {
    await push(55, Date.now());
    await expect(async () => {
      await page.goto("/incidents");
      await page.getByRole("link", { name: new RegExp(name) }).click({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`${name}.* is below its limit`));
    await expect(page.getByRole("main")).toContainText("limit 80");
    await expect(page.getByRole("main")).toContainText("Look at the phone system.");
  });

  await test.step("acknowledged with a key", async () => {
    await page.keyboard.press("a");
    await expect(page.getByText(`Acknowledged by ${nameOf.engineer}`)).toBeVisible();
    await expect(page.getByRole("button", { name: "Acknowledge" })).toBeHidden();
  });

  await test.step("commented and resolved", async () => {
    await page.getByLabel("Comment").fill("The *switchboard* was down.");
    await page.getByRole("button", { name: "Send" }).click();
    const timeline = page.getByRole("listitem").filter({ hasText: nameOf.engineer });
    await expect(timeline.filter({ hasText: "The switchboard was down." })).toBeVisible();
    await page.getByRole("button", { name: "Resolve" }).click();
    const dialog = page.getByRole("dialog", { name: "Resolve" });
    await dialog.getByLabel("Reason").selectOption("Fixed");
    await dialog.getByLabel("Comment").fill("Restarted.");
    await dialog.getByRole("button", { name: "Resolve" }).click();
    await expect(page.getByText(`Resolved by ${nameOf.engineer}`)).toBeVisible();
    await expect(page.getByRole("button", { name: "Reopen" })).toBeVisible();
  });

  await test.step("the timeline has it all, and no false “recovered”", async () => {
    const entries = page.getByRole("region", { name: "Timeline" }).getByRole("listitem");
    await expect(entries).toHaveText([
      /Fixed: Restarted\./,
      /The switchboard was down\./,
      /Acknowledged/,
      new RegExp(`Opened as critical by “${name} is low”`),
    ]);
  });

  await test.step("the value is good again: recovered, and nobody is called anew", async () => {
    await push(96, Date.now());
    await expect(page.getByRole("main")).toContainText(/Condition\s*Recovered/, { timeout: 20_000 });
    await expect(page.getByText(`Resolved by ${nameOf.engineer}`)).toBeVisible();
  });

  await test.step("rule and KPI are deleted, the incident stays", async () => {
    const incident = page.url();
    const remove = async (title: string) => {
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await page
        .getByRole("dialog", { name: `Delete ${title}?` })
        .getByRole("button", { name: "Delete" })
        .click();
    };
    await page.getByRole("link", { name: `${name} is low` }).click();
    await remove(`${name} is low`);
    await expect(page).toHaveURL("/rules");
    await page.goto(`/kpis/${slug}`);
    await remove(name);
    await expect(page).toHaveURL("/kpis");
    await expect(page.getByRole("region", { name })).toBeHidden();
    await page.goto(incident);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(name));
  });
});
