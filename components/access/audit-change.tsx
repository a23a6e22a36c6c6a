import { changedFields } from "#lib/domain/access/changed-fields";

/** What changed, field by field; long lists behind a disclosure. */
export function AuditChange({ before, after }: { before: unknown; after: unknown }) {
  const fields = changedFields(before, after);
  if (fields.length === 0) return <span className="text-ink-faint">–</span>;
  const list = (
    <dl className="grid gap-0.5 text-small">
      {fields.slice(0, 40).map((field) => (
        <div key={field.path} className="min-w-0 break-words">
          <dt className="inline text-ink-muted">{field.path}: </dt>
          <dd className="inline">
            {field.before === null ? null : <del className="text-ink-faint">{field.before}</del>} {field.after}
          </dd>
        </div>
      ))}
    </dl>
  );
  if (fields.length <= 2) return list;
  return (
    <details>
      <summary className="cursor-pointer text-small text-accent">{fields.length} fields</summary>
      {list}
    </details>
  );
}
