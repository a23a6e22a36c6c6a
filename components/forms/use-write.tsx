"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "#components/ui/toast";
import { ApiError, messageOf } from "#lib/client/api";

type Options<V, R> = {
  write: (value: V) => Promise<R>;
  /** said when it worked */
  done?: string | ((result: R) => string);
  onDone?: (result: R) => void;
  /** query key roots that changed */
  changes?: readonly string[];
};

/** A write from a form or a button: says what happened, refreshes what is shown, names the fields that were refused. */
export function useWrite<V, R>({ write, done, onDone, changes = [] }: Options<V, R>) {
  const router = useRouter();
  const queries = useQueryClient();
  const tell = useToast();
  const mutation = useMutation({
    mutationFn: write,
    onSuccess: (result) => {
      if (done) tell.done(typeof done === "function" ? done(result) : done);
      for (const root of changes) queries.invalidateQueries({ queryKey: [root] });
      onDone?.(result);
      router.refresh();
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || Object.keys(error.fields).length === 0) tell.failed(messageOf(error));
    },
  });
  const fields = mutation.error instanceof ApiError ? mutation.error.fields : {};
  return { run: mutation.mutate, pending: mutation.isPending, fields, failed: mutation.error };
}
