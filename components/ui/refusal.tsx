import { ErrorPanel } from "./error-panel.tsx";
import { NoPermission } from "./no-permission.tsx";

/** What the server refused, as a page: no permission is not a fault. */
export function Refusal({ code, message, level = 1 }: { code: string; message: string; level?: 1 | 2 | 3 }) {
  if (code === "forbidden")
    return (
      <NoPermission level={level} title="This page is not for your role">
        {message}
      </NoPermission>
    );
  return (
    <ErrorPanel level={level} title="This could not be shown">
      {message}
    </ErrorPanel>
  );
}
