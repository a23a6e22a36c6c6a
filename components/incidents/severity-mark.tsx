import { VerdictMark } from "#components/ui/verdict-mark";

/** How bad it is: icon and word. */
export function SeverityMark({ severity, iconOnly = false }: { severity: "warning" | "critical"; iconOnly?: boolean }) {
  return <VerdictMark kind={severity} iconOnly={iconOnly} />;
}
