import type { Metadata } from "next";
import { TokensPage } from "#components/access/tokens-page";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";
import { listAllTokens, listOwnTokens } from "#lib/server/tokens/list";

export const metadata: Metadata = { title: "Tokens" };

export default async function Tokens() {
  const caller = await pageCaller();
  const all = can(caller.actor.role, "token:admin");
  const [tokens, timeZone] = await Promise.all([all ? pageData(listAllTokens, {}) : pageData(listOwnTokens, {}), pageTimeZone()]);
  return (
    <>
      {isRefused(tokens) ? (
        <Refusal code={tokens.refused.code} message={tokens.refused.message} />
      ) : (
        <TokensPage tokens={tokens.items} all={all} role={caller.actor.role} now={caller.now.toISOString()} timeZone={timeZone} />
      )}
    </>
  );
}
