/**
 * For every process that runs the product. Prisma's adapter sends the queries of one transaction side by side, which pg
 * announces as deprecated: a warning that nobody who runs Modelwatch can act on.
 */
export const quietNode = ["--disable-warning=DeprecationWarning"];

/** The condition under which `server-only` resolves to its empty file outside Next. */
export const serverNode = [...quietNode, "--conditions=react-server"];
