import type { Metadata } from "next";
import { ApiReference } from "#components/docs/api-reference";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { apiRoutes } from "#lib/server/api-routes";
import { apiSections } from "#lib/server/service/api-sections";
import { productVersion } from "#lib/server/service/product-version";
import { pageCaller } from "#lib/server/session/page-caller";

export const metadata: Metadata = { title: "API" };

export default async function ApiDocument() {
  await pageCaller();
  return (
    <>
      <PageCrumbs items={[{ label: "API" }]} />
      <ApiReference sections={apiSections(apiRoutes)} version={productVersion()} />
    </>
  );
}
