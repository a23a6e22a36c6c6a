/** Which controls a page of a model has, by its path behind the model; null: it shows no windows. */
export function controlChoices(page: string): { segment: boolean; compare: boolean } | null {
  const [, first = ""] = page.split("/");
  if (["versions", "watch", "settings"].includes(first)) return null;
  return { segment: first !== "operations", compare: first === "performance" };
}
