/** The middle column: the conversation, newest at the bottom, the older part drawn on demand. */

import { drawMessage } from "./bubble.js";
import { byId, el } from "./dom.js";
import { startsNewTime } from "./store.js";
import { DAY, longTime } from "./time.js";
import { titleOf } from "./words.js";

const WINDOW = 80; // messages drawn at first, and with each look back
const NEAR = 120; // pixels from the bottom that still count as reading along

export class Thread {
  #page;
  #root = byId("messages");
  #newer = byId("newer");
  #drawn = new Map(); // message -> its element
  #day = 0;
  #place = 0; // where the bottom was when we last looked: who stands above it is reading back
  #first = 0;
  #taken = 0; // how many of the conversation's messages were there when we last looked

  constructor(page) {
    this.#page = page;
    this.#root.addEventListener("scroll", () => this.#scrolled());
    this.#newer.addEventListener("click", () => this.toBottom());
    // neither a picture that arrives late nor a growing composer may push the last line out of sight
    this.#root.addEventListener("load", () => this.#along() && this.toBottom(), true);
    new ResizeObserver(() => this.#along() && this.toBottom()).observe(this.#root);
  }

  /** Another conversation, or another reader: everything anew. */
  open() {
    const { store, me, conversation } = this.#page;
    const group = store.groups.get(conversation);
    byId("title").textContent = titleOf(store, conversation);
    byId("count").textContent = group ? `（${group.members.length + (group.external?.length ?? 0)}）` : "";
    byId("hint").textContent = group ? groupHint(group, store) : "";
    this.#first = Math.max(store.messages(me, conversation).length - WINDOW, 0);
    this.#redraw();
    this.toBottom();
  }

  take(touched) {
    const { store, me, conversation } = this.#page;
    const messages = store.messages(me, conversation);
    const along = this.#along(); // asked of the view itself: its scroll events come a frame later
    for (const message of touched) if (this.#drawn.has(message)) this.#replace(message);
    const added = messages.length - this.#taken;
    if (added > WINDOW || dayOf(store.now()) !== this.#day) return this.open(); // a new day: 昨天 and the like move on
    this.#taken = messages.length;
    for (let index = messages.length - added; index < messages.length; index += 1)
      this.#append(messages, index);
    const own = added && messages.at(-1).from === me;
    if (along || own) return this.toBottom();
    if (added) this.#newer.hidden = false;
    this.#place = this.#root.scrollHeight - this.#root.clientHeight;
  }

  toBottom() {
    this.#newer.hidden = true;
    this.#root.scrollTop = this.#root.scrollHeight;
    this.#place = this.#root.scrollTop;
  }

  /** Reading along: new lines pull the view down. What grows below or beside it does not count as scrolling. */
  #along() {
    const { scrollHeight, scrollTop, clientHeight } = this.#root;
    return scrollTop >= this.#place - NEAR || scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #redraw() {
    const { store, me, conversation } = this.#page;
    const messages = store.messages(me, conversation);
    this.#taken = messages.length;
    this.#day = dayOf(store.now());
    this.#drawn.clear();
    this.#root.replaceChildren();
    if (!messages.length) this.#root.append(el("div", { class: "empty" }, emptyWords(this.#page)));
    if (this.#first)
      this.#root.append(
        el("button", { class: "older plain", type: "button", onclick: () => this.#older() }, "查看更早的消息"),
      );
    for (let index = this.#first; index < messages.length; index += 1) this.#append(messages, index);
  }

  #append(messages, index) {
    this.#root.querySelector(".empty")?.remove();
    const [previous, message] = [messages[index - 1], messages[index]];
    const now = this.#page.store.now();
    if (startsNewTime(message, previous))
      this.#root.append(el("time", { class: "notice" }, longTime(message.wall, now)));
    const element = drawMessage(this.#page, message);
    this.#drawn.set(message, element);
    this.#root.append(element);
  }

  #replace(message) {
    const element = drawMessage(this.#page, message);
    this.#drawn.get(message).replaceWith(element);
    this.#drawn.set(message, element);
  }

  #older() {
    const height = this.#root.scrollHeight;
    this.#first = Math.max(this.#first - WINDOW, 0);
    this.#redraw();
    this.#root.scrollTop = this.#root.scrollHeight - height;
    this.#place += this.#root.scrollHeight - height;
  }

  #scrolled() {
    if (this.#along()) this.#newer.hidden = true;
    if (this.#root.scrollTop < 40 && this.#first) this.#older();
  }
}

const dayOf = (wall) => Math.floor(wall / DAY);
const groupHint = (group, store) => (group.bot === false ? `${store.botName}不在这个群里` : "");

function emptyWords({ store, conversation }) {
  if (conversation === "bot") return `和${store.botName}说点什么，例如 /帮助`;
  if (conversation === "app") return "应用发来的消息会出现在这里，也可以直接写给它";
  return store.groups.get(conversation)?.bot === false
    ? "还没有消息"
    : `还没有消息。@${store.botName} 可以让它听见`;
}
