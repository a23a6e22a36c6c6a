import { randomUUID } from "node:crypto";
import { emailOf, nameOf, password, type Role } from "./fixtures/people.ts";
import { expect, test } from "./fixtures/test.ts";

const landing: [Role, string, RegExp][] = [
  ["stakeholder", "/kpis", /targets? (is|are) missed|Every target is met|All targets/],
  ["scientist", "/models", /\d+ models?/],
  ["engineer", "/incidents", /Incidents|incidents?/],
  ["admin", "/overview", /models? needs? attention|Every model/],
];

const common = ["Overview", "Models", "Incidents", "KPIs"];
const working = [...common, "Rules", "Upload"];
const menus: [Role, string[]][] = [
  ["stakeholder", common],
  ["scientist", [...working, "Tokens"]],
  ["engineer", [...working, "Tokens"]],
  ["admin", [...working, "People and roles", "Tokens", "Audit trail"]],
];

test("a page asks for sign-in with a redirect, before anything is rendered", async ({ request }) => {
  for (const path of ["/", "/overview", "/models/california-housing", "/incidents", "/docs/api"]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(307);
    expect(new URL(answer.headers().location ?? "", "http://here").pathname, path).toBe("/login");
  }
});

test("sign-in leads back to the page that was asked for", async ({ page }) => {
  await page.goto("/models/california-housing/drift");
  await page.getByLabel("E-mail").fill(emailOf("scientist"));
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/models/california-housing/drift");
  await expect(page.getByRole("heading", { name: "Share of columns that drifted" })).toBeVisible();
});

test("a wrong password is told in words, and after five of them to wait", async ({ page, complaints }) => {
  complaints.allow(/401/);
  // an address of its own, so that nobody else has to wait
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `2001:db8::${randomUUID().slice(0, 4)}` });
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(`nobody-${randomUUID()}@example.com`);
  await page.getByLabel("Password").fill("not the password");
  const alert = page.getByRole("alert").filter({ hasText: /./ });
  for (let attempt = 1; attempt <= 5; attempt++) {
    const answer = page.waitForResponse(/callback\/credentials/);
    await page.getByRole("button", { name: "Sign in" }).click();
    await answer;
    await expect(alert).toHaveText("E-mail and password do not match an account. Check both, or ask an administrator for a new link.");
  }
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(alert).toHaveText(/^Too many tries\. Wait \d+ s and try again\.$/);
  await expect(page).toHaveURL("/login");
});

for (const [role, path, title] of landing)
  test(`the ${role} starts at ${path}`, async ({ signIn }) => {
    const page = await signIn(role);
    await page.goto("/");
    await expect(page).toHaveURL(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  });

for (const [role, items] of menus)
  test(`the menu of the ${role} lists what they may see`, async ({ signIn }) => {
    const page = await signIn(role);
    await page.goto("/kpis");
    const links = page.getByRole("navigation", { name: "Main" }).getByRole("link");
    // behind a name may stand a count
    await expect(links).toHaveText(items.map((item) => new RegExp(`^${item}[\\d,]*$`)));
  });

test("the stakeholder is told what is hidden, why and whom to ask", async ({ signIn }) => {
  const page = await signIn("stakeholder");
  for (const path of ["/people", "/audit", "/rules", "/upload", "/models/new", "/kpis/new"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "This page is not for your role" }), path).toBeVisible();
    await expect(page.getByRole("main"), path).toHaveText(/administrator|role/i);
  }
  await page.goto("/models/adult-income/bias");
  await expect(page.getByRole("heading", { name: "Rates of groups are for data scientists and above" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("An administrator can change your role.");
  await page.goto("/models/adult-income");
  await expect(page.getByRole("heading", { name: "Details are for data scientists and above" })).toBeVisible();
});

test("an administrator invites somebody, changes the role at once and ends the access", async ({ signIn, another }) => {
  const name = `Nora ${randomUUID().slice(0, 8)}`;
  const email = `${name.toLowerCase().replace(" ", ".")}@example.com`;
  const admin = await signIn("admin");
  await admin.goto("/people");
  await admin.getByRole("button", { name: "Invite" }).click();
  const dialog = admin.getByRole("dialog", { name: "Invite by link" });
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  await expect(dialog.getByText("This link is shown once. Copy it now.")).toBeVisible();
  const link = await dialog.locator("pre").innerText();
  await admin.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  const guest = await another(null);
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "Join Modelwatch" })).toBeVisible();
  await expect(guest.getByText(`For ${email}.`)).toBeVisible();
  await guest.getByLabel("Name").fill(name);
  await guest.getByLabel("Password").fill("a long enough one");
  await guest.getByRole("button", { name: "Save" }).click();
  await expect(guest.getByText("Your password is set. Sign in with it.")).toBeVisible();
  await guest.getByLabel("E-mail").fill(email);
  await guest.getByLabel("Password").fill("a long enough one");
  await guest.getByRole("button", { name: "Sign in" }).click();
  await expect(guest).toHaveURL("/kpis");
  const menu = guest.getByRole("navigation", { name: "Main" });
  await expect(menu.getByRole("link", { name: "Rules" })).toBeHidden();

  await test.step("a link works once", async () => {
    const late = await another(null);
    await late.goto(link);
    await expect(late.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  });

  await test.step("another role works in the session that is open", async () => {
    await admin.reload();
    await admin.getByLabel(`Role of ${name}`).selectOption("engineer");
    await expect(admin.getByText(`The role of ${name} has changed. It works at once.`)).toBeVisible();
    await guest.reload();
    await expect(menu.getByRole("link", { name: "Rules" })).toBeVisible();
    await guest.goto("/rules/new");
    await expect(guest.getByRole("button", { name: "Save rule" })).toBeVisible();
  });

  await test.step("disabling ends the session", async () => {
    await admin.getByRole("button", { name: `Actions for ${name}` }).click();
    await admin.getByRole("menuitem", { name: "Disable" }).click();
    await expect(admin.getByText(`${name} is signed out everywhere and cannot sign in.`)).toBeVisible();
    await guest.goto("/kpis");
    await expect(guest.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });

  await test.step("the audit trail has it all", async () => {
    await admin.goto(`/audit?noun=person&actor=${encodeURIComponent(name)}`);
    const entry = (did: string) => admin.getByRole("row").filter({ hasText: did }).filter({ hasText: email });
    await expect(entry("person.join").first()).toContainText(name);
    await admin.goto(`/audit?noun=person&actor=${encodeURIComponent(nameOf.admin)}`);
    await expect(entry("person.update").first()).toContainText(nameOf.admin);
    await expect(entry("person.update")).toHaveCount(2);
    await expect(entry("person.update").filter({ hasText: "engineer" })).toContainText("role: stakeholder engineer");
  });
});

test("a token is shown once, works, and stops when it is revoked", async ({ signIn, another, request }) => {
  const page = await signIn("engineer");
  const name = `scoring ${randomUUID().slice(0, 8)}`;
  await page.goto("/tokens");
  await page.getByRole("button", { name: "New token" }).click();
  const dialog = page.getByRole("dialog", { name: "New token" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Role").selectOption("scientist");
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(dialog.getByText("This token is shown once. Copy it now.")).toBeVisible();
  const token = await dialog.locator("pre").innerText();
  const ask = () => request.get("/api/v1/me", { headers: { authorization: `Bearer ${token}` } });
  expect(await (await ask()).json()).toMatchObject({ actor: { kind: "token", role: "scientist" } });

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toBeVisible();
  await page.reload();
  await expect(row).toBeVisible();
  expect(await page.content()).not.toContain(token);

  await row.getByRole("button", { name: /Revoke/ }).click();
  const confirm = page.getByRole("dialog");
  await confirm.getByRole("button", { name: /Revoke/ }).click();
  await expect(row).toContainText("revoked");
  expect((await ask()).status()).toBe(401);

  const admin = await another("admin");
  await admin.goto(`/audit?noun=token&actor=${encodeURIComponent(nameOf.engineer)}`);
  await expect(admin.getByRole("row").filter({ hasText: name }).filter({ hasText: "token.create" })).toContainText(nameOf.engineer);
  await expect(admin.getByRole("row").filter({ hasText: name }).filter({ hasText: "token.revoke" })).toContainText(nameOf.engineer);
  expect(await admin.content()).not.toContain(token);
});
