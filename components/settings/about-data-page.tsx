import { CodeBlock } from "#components/ui/code-block";
import { PageHead } from "#components/ui/page-head";
import { PropertyList } from "#components/ui/property-list";
import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import { type DemoData, demoData } from "./demo-data.ts";

/** Where the demonstration's numbers come from, and what about them is not real. */
export function AboutDataPage() {
  return (
    <div className="grid max-w-[960px] gap-12">
      <PageHead
        title="Three public data sets, retold in time"
        sentence="The demonstration shows real public data. What is made up is named here: when things happened, and the service that goes on sending rows. Models that your own people registered are not on this page."
      />
      <div>
        {demoData.map((data) => (
          <DataSet key={data.slug} data={data} />
        ))}
      </div>
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <SectionHead
          title="What is simulated in all three"
          sentence="History ends now: a simulated service sends the rows that lie ahead, or rows of the data again, as if they happened at this moment, and their labels later. A day may fall on another weekday than in the original. Teams, versions and dates of deployments are made up."
        />
      </section>
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <SectionHead title="Your own data" sentence="An empty installation starts without any of this:" />
        <div className="max-w-[52ch]">
          <CodeBlock code="npm start" />
        </div>
      </section>
    </div>
  );
}

function DataSet({ data }: { data: DemoData }) {
  return (
    <section className="grid gap-x-12 gap-y-4 border-t border-line py-8 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)] print-row">
      <div>
        <SectionHead title={data.name} sentence={data.what} />
        <p className="mt-3">
          <TextLink plain href={`/models/${data.slug}`}>
            Open the model
          </TextLink>
        </p>
      </div>
      <PropertyList
        items={[
          { name: "Origin", value: <Origin data={data} /> },
          { name: "Licence", value: data.licence },
          { name: "Predictions", value: data.predictions },
          { name: "Changed", value: data.changed },
          { name: "Rows", value: data.rows },
        ]}
      />
    </section>
  );
}

function Origin({ data }: { data: DemoData }) {
  return (
    <>
      {data.origin}{" "}
      <a href={data.href} rel="noopener noreferrer" target="_blank" className="text-accent underline hover:text-accent-hover">
        {data.linkText}
      </a>
    </>
  );
}
