import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Prisma } from "./generated/client.ts";
import { PrismaClient } from "./generated/client.ts";
import { pool } from "./pool.ts";

const holder = globalThis as unknown as { modelwatchPrisma?: PrismaClient };

export const prisma = (): PrismaClient => {
  holder.modelwatchPrisma ??= new PrismaClient({ adapter: new PrismaPg(pool(), { disposeExternalPool: false }) });
  return holder.modelwatchPrisma;
};

/** What repositories take: the client, or the transaction an operation runs in. */
export type Db = PrismaClient | Prisma.TransactionClient;
