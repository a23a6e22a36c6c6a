import "server-only";
import { AppError } from "#lib/domain/errors";

const atOnce = 4;
const patienceMs = 20_000;
let running = 0;
const queue: (() => void)[] = [];

/** At most a few bodies are stored at once, so that memory is bounded whatever arrives; who waits too long is told to come again. */
export async function takingTurns<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce)
    await new Promise<void>((start, refuse) => {
      const turn = () => {
        clearTimeout(timer);
        start();
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(turn), 1);
        refuse(
          new AppError("unavailable", "Too many bodies are being stored at once. Nothing of this one was read; send it again.", {
            retryAfterSeconds: 10,
          }),
        );
      }, patienceMs);
      queue.push(turn);
    });
  running++;
  try {
    return await work();
  } finally {
    running--;
    queue.shift()?.();
  }
}
