/** Choices of a team for a control whose state is in the address. */
export const teamOptions = (path: string, teams: readonly { slug: string; name: string }[], current: string | undefined, query = "") => {
  const to = (team: string | undefined) => {
    const search = new URLSearchParams([...(query ? [["q", query]] : []), ...(team ? [["team", team]] : [])]).toString();
    return search ? `${path}?${search}` : path;
  };
  return [
    { label: "All teams", href: to(undefined), current: current === undefined },
    ...teams.map(({ slug, name }) => ({ label: name, href: to(slug), current: current === slug })),
  ];
};
