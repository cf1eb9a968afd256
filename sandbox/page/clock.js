/** The sandbox's clock: shown running, moved on request; the bot lives through everything in between. */

import { moveClock } from "./api.js";
import { byId } from "./dom.js";
import { dateOf, hourMinute, isoOf, nextMonday, weekday } from "./time.js";

const STEPS = { "clock-minute": 60, "clock-hour": 3600, "clock-day": 86_400 }; // seconds

export class Clock {
  #store;
  #busy = false;

  constructor({ store }) {
    this.#store = store;
    for (const [id, advance] of Object.entries(STEPS))
      byId(id).addEventListener("click", () => this.#move({ advance }));
    byId("clock-monday").addEventListener("click", () => this.#moveTo(nextMonday(store.now())));
    byId("clock-form").addEventListener("submit", (event) => this.#submit(event));
    setInterval(() => this.draw(), 1000);
  }

  draw() {
    const now = this.#store.now();
    byId("clock-now").textContent = `${dateOf(now)} ${weekday(now)} ${hourMinute(now)}`;
    byId("clock-small").textContent = `${weekday(now)} ${hourMinute(now)}`;
    const field = byId("clock-input");
    if (!field.value) field.value = `${dateOf(now)}T${hourMinute(now)}`;
  }

  #submit(event) {
    event.preventDefault();
    const wanted = Date.parse(`${byId("clock-input").value}Z`);
    if (!Number.isNaN(wanted)) this.#moveTo(wanted);
  }

  #moveTo(wall) {
    return this.#move({ now: isoOf(wall, this.#store.offset) });
  }

  async #move(body) {
    if (this.#busy) return;
    this.#setBusy(true);
    try {
      const answer = await moveClock(body);
      this.#store.setClock(answer.now);
      say(answer.unsettled ? "机器人没有及时报告，时间已到但它可能还在忙。" : "");
    } catch (error) {
      say(`没有拨动：${error.message}`);
    }
    byId("clock-input").value = "";
    this.#setBusy(false);
    this.draw();
  }

  #setBusy(busy) {
    this.#busy = busy;
    byId("clock-busy").hidden = !busy;
    for (const button of byId("clock").querySelectorAll("button")) button.disabled = busy;
  }
}

function say(sentence) {
  byId("clock-error").textContent = sentence;
  byId("clock-error").hidden = !sentence;
}
