"use client";

import { Printer } from "lucide-react";
import { Button } from "#components/ui/button";

/** The browser's own print dialog; the page is made for one sheet. */
export function PrintButton() {
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden="true" strokeWidth={1.75} className="size-4" />
      Print
    </Button>
  );
}
