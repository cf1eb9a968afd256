/** Follows the journal for as long as the page is open: long polls, and a growing pause when the sandbox is away. */

import { getFeed } from "./api.js";

const WAIT = 25; // seconds that one poll may stay open
const LONGEST_PAUSE = 5_000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** `take(items)` gets every item once and in order; `status(online)` hears of each change; `restarted` of a new journal. */
export async function follow({ take, status, restarted }) {
  let last = 0;
  let wait = 0; // the first answer is the past: it must not wait
  let failures = 0;
  for (;;) {
    try {
      const answer = await getFeed(last, wait);
      if (answer.last < last) return restarted();
      if (failures) await status(true);
      failures = 0;
      wait = WAIT;
      last = answer.last;
      if (answer.items.length) take(answer.items);
    } catch {
      failures += 1;
      if (failures === 1) status(false);
      await pause(Math.min(300 * 2 ** failures, LONGEST_PAUSE));
    }
  }
}
