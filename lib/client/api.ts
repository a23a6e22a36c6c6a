import { z } from "zod";

const Problem = z.object({
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** A refused request, in the words of the server. `fields` maps a form's field to what is wrong with it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string>;

  constructor(status: number, code: string, message: string, fields: Record<string, string> = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

/** An answer that is not a success as an error; what is no problem document is told by its status alone. */
export function refusalOf(status: number, json: unknown): ApiError {
  const parsed = Problem.safeParse(json);
  if (!parsed.success) return new ApiError(status, "internal", `The server answered ${status}. Try again in a moment.`);
  const { code, detail, errors = [] } = parsed.data;
  return new ApiError(parsed.data.status, code, detail, Object.fromEntries(errors.map(({ path, message }) => [path, message])));
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One request of the browser to the product's own API; the answer is parsed before anybody trusts it. */
export async function request<T extends z.ZodType>(
  method: Method,
  path: string,
  answer: T,
  options: { body?: unknown /** sent as it is, instead of JSON */; text?: { type: string; content: string }; signal?: AbortSignal } = {},
): Promise<z.output<T>> {
  const sends = method !== "GET" && method !== "DELETE";
  const { type, content } = options.text ?? { type: "application/json", content: JSON.stringify(options.body ?? {}) };
  const response = await fetch(path, {
    method,
    ...(sends ? { headers: { "content-type": type }, body: content } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "unavailable", "The server cannot be reached. Check the connection and try again.");
  });
  if (!response.ok) throw refusalOf(response.status, await response.json().catch(() => null));
  return answer.parse(response.status === 204 ? null : await response.json());
}

export const nothing = z.unknown();

/** The message of anything that was thrown, fit to be shown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : "Something went wrong. Try again.");
