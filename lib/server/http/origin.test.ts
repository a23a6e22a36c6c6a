import { expect, test } from "vitest";
import type { Caller } from "../context.ts";
import { checkWriteOrigin } from "./origin.ts";

const person: Caller = { actor: { kind: "user", id: "1", name: "Nora", role: "engineer", teamId: null }, now: new Date(0) };
const token: Caller = { ...person, actor: { ...person.actor, kind: "token" } };
const own = "http://here.test";

const write = (method: string, headers: Record<string, string>) =>
  new Request(`${own}/api/v1/models`, {
    method,
    headers: { host: "here.test", ...headers },
    ...(method === "DELETE" ? {} : { body: "{}" }),
  });

test.each([
  { name: "JSON from an own page is taken", request: write("POST", { origin: own, "content-type": "application/json" }), taken: true },
  { name: "a DELETE from an own page needs no content type", request: write("DELETE", { origin: own }), taken: true },
  { name: "what a form can send is refused", request: write("POST", { origin: own, "content-type": "text/plain" }), taken: false },
  {
    name: "another site is refused",
    request: write("POST", { origin: "http://there.test", "content-type": "application/json" }),
    taken: false,
  },
  { name: "a DELETE from another site is refused", request: write("DELETE", { origin: "http://there.test" }), taken: false },
  { name: "no origin is refused", request: write("POST", { "content-type": "application/json" }), taken: false },
])("$name", ({ request, taken }) => {
  const check = () => checkWriteOrigin(request, person);
  if (taken) expect(check).not.toThrow();
  else expect(check).toThrow(/This write did not come|Send a content type/);
});

test("a token needs neither", () => {
  expect(() => checkWriteOrigin(write("POST", {}), token)).not.toThrow();
});
