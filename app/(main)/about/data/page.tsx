import type { Metadata } from "next";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { AboutDataPage } from "#components/settings/about-data-page";

export const metadata: Metadata = { title: "About the data" };

export default function AboutData() {
  return (
    <>
      <PageCrumbs items={[{ label: "About the data" }]} />
      <AboutDataPage />
    </>
  );
}
