"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { ReactElement } from "react";

/** Wraps a button in a dialog's footer so that it closes the dialog. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Dialog.Close render={children} />;
}
