import "server-only";
import { cache } from "react";
import { type PageQuery, type PageRange, pageRange, readPageQuery } from "#lib/domain/models/page-query";
import { getModel } from "../models/get.ts";
import { pageCaller } from "../session/page-caller.ts";
import { isRefused, pageData, type Refused } from "../session/page-data.ts";
import { pageTimeZone } from "../session/page-time-zone.ts";
import { readModelRow } from "./list.ts";
import { readModelFrame } from "./model-frame.ts";

/** A page cannot do without it: a refusal is the page's failure. */
function orThrow<T>(answer: T | Refused): T {
  if (isRefused(answer)) throw answer.refused;
  return answer;
}

/** A model and which data it has, once per render however many parts of the page ask. */
export const pageModel = cache(async (slug: string) => {
  const [model, frame] = await Promise.all([pageData(getModel, { slug }), pageData(readModelFrame, { slug })]);
  return { model: orThrow(model), frame: orThrow(frame) };
});

/** The model as lists show it, for the head of its pages. */
export const pageModelRow = cache((slug: string) => pageData(readModelRow, { slug }));

export type PageSearch = Promise<Record<string, string | string[] | undefined>>;

/** All that a page of a model starts with: who looks, what is asked of which range, and the input of its analyses. */
export async function pageView(slug: string, search: PageSearch) {
  const [{ model, frame }, caller, timeZone, raw] = await Promise.all([pageModel(slug), pageCaller(), pageTimeZone(), search]);
  const query: PageQuery = readPageQuery(raw);
  const data = frame.data && { first: Date.parse(frame.data.first), last: Date.parse(frame.data.last) };
  const range: PageRange = pageRange(query, model, caller.now.getTime(), data);
  const asked = {
    slug: model.slug,
    from: range.from,
    to: range.to,
    window: range.size,
    ...(query.version ? { version: query.version } : {}),
    ...(query.segment ? { segment: query.segment } : {}),
  };
  return {
    model,
    data: frame,
    caller,
    query,
    range,
    asked,
    frame: { size: range.size, timeZone: model.timeZone },
    now: caller.now.toISOString(),
    timeZone,
  };
}
