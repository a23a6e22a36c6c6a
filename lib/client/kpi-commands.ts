const post = (address: string, body: unknown): string =>
  `curl -X POST ${address} \\\n  -H "Authorization: Bearer $MODELWATCH_TOKEN" -H "Content-Type: application/json" \\\n  -d '${JSON.stringify(body)}'`;

/** A first KPI from a script. */
export const createKpiCommand = (origin: string): string =>
  post(`${origin}/api/v1/kpis`, {
    slug: "approvals",
    name: "Loans are approved",
    unit: "%",
    window: "1d",
    target: 60,
    query: { kind: "pushed" },
  });

/** The exact line that sends one value of a pushed KPI. */
export const pushValueCommand = (origin: string, slug: string, time: string, value: number): string =>
  post(`${origin}/api/v1/kpis/${slug}/values`, { time, value });
