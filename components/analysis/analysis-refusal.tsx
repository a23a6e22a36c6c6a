import { ErrorPanel } from "#components/ui/error-panel";
import { LinkButton } from "#components/ui/link-button";
import { NoPermission } from "#components/ui/no-permission";

type Props = {
  code: string;
  message: string;
  /** What is hidden: "Drift", "How groups are treated". */
  what: string;
  /** Whether it is one or many: "Drift is", "Rates of groups are". */
  many?: boolean;
  /** Where the person can go instead. */
  backHref?: string;
};

/** Part of a model's page that this person may not see, or that could not be read. The rest of the page stays. */
export function AnalysisRefusal({ code, message, what, many = false, backHref }: Props) {
  if (code === "forbidden")
    return (
      <NoPermission
        title={`${what} ${many ? "are" : "is"} for data scientists and above`}
        action={backHref ? <LinkButton href={backHref}>Back to the overview</LinkButton> : null}
      >
        You see this model as a stakeholder: its verdict, its main series, its KPIs and its incidents. An administrator can change your
        role.
      </NoPermission>
    );
  return <ErrorPanel title={`${what} could not be read`}>{message}</ErrorPanel>;
}
