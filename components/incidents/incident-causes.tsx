import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import type { Cause } from "#lib/domain/incidents/incident-evidence";

const strengths = { strong: "Strong evidence", medium: "Medium evidence", weak: "Weak evidence" } as const;

/** Likely causes, ranked, each with its figures; and what was looked at and is not the cause. */
export function IncidentCauses({ causes, ruledOut }: { causes: readonly Cause[]; ruledOut: readonly string[] }) {
  return (
    <section>
      <SectionHead title="Likely causes" sentence="Ranked by how much of the change they go with. Evidence, not proof." />
      {causes.length === 0 ? <p className="mt-3 text-ink-muted">Nothing that is measured changed together with it.</p> : null}
      <ol className="mt-3 border-t border-line">
        {causes.map((cause, index) => (
          <li
            key={cause.title}
            className="grid gap-x-8 gap-y-2 border-b border-line py-3 print-row md:grid-cols-[16px_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <span className="num text-ink-faint" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h3 className="font-medium">
                {cause.href ? (
                  <TextLink plain href={cause.href}>
                    {cause.title}
                  </TextLink>
                ) : (
                  cause.title
                )}
              </h3>
              <p className="mt-1 text-ink-muted">{cause.sentence}</p>
              <p className="mt-1 text-small text-ink-faint">{strengths[cause.strength]}</p>
            </div>
            {cause.figures.length ? (
              <table className="num w-full self-start">
                <caption className="sr-only">Figures for: {cause.title}</caption>
                <thead>
                  <tr className="text-small text-ink-faint">
                    <td />
                    <th scope="col" className="pb-1 text-right font-normal">
                      reference
                    </th>
                    <th scope="col" className="pb-1 text-right font-normal">
                      now
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {cause.figures.map((figure) => (
                    <tr key={figure.name}>
                      <th scope="row" className="py-0.5 text-left font-normal text-ink-muted">
                        {figure.name}
                      </th>
                      <td className="w-24 text-right text-ink-muted">{figure.reference}</td>
                      <td className="w-24 text-right font-medium">{figure.current}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
          </li>
        ))}
        {ruledOut.length ? (
          <li className="grid gap-x-8 py-3 md:grid-cols-[16px_minmax(0,1fr)]">
            <span aria-hidden="true" className="text-ink-faint">
              –
            </span>
            <div>
              <h3 className="font-medium">Ruled out</h3>
              <p className="mt-1 text-ink-muted">{ruledOut.join(" ")}</p>
            </div>
          </li>
        ) : null}
      </ol>
    </section>
  );
}
