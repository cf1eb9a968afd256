/** The conversation list of the person one is: the bot and the app first, then groups, the liveliest on top. */

import { conversationAvatar } from "./avatar.js";
import { byId, el } from "./dom.js";
import { APP, BOT } from "./store.js";
import { shortTime } from "./time.js";
import { authorOf, eventWords, gist, titleOf } from "./words.js";

export class Rail {
  #page;
  #root = byId("conversations");
  #held = false;

  constructor(page) {
    this.#page = page;
    this.#root.addEventListener("pointerdown", () => (this.#held = true));
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => this.#release());
    this.#root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Not under a pressed pointer: the row that is being clicked must still be there when the finger lifts. */
  draw() {
    if (this.#held) return;
    const { store, me } = this.#page;
    const rows = store.conversationsOf(me).map((id) => ({ id, messages: store.messages(me, id) }));
    rows.sort((one, other) => pinned(other.id) - pinned(one.id) || newest(other) - newest(one));
    const focused = document.activeElement?.dataset?.testid;
    this.#root.replaceChildren(...rows.map((row) => this.#row(row)));
    if (focused?.startsWith("conversation-"))
      this.#root.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
  }

  #release() {
    if (!this.#held) return;
    this.#held = false;
    setTimeout(() => this.draw()); // after the click itself
  }

  #row({ id, messages }) {
    const { store, me, conversation, seen } = this.#page;
    const last = messages.at(-1);
    const unread = seen.count(me, id, messages);
    const title = titleOf(store, id);
    const members = store.groups.get(id)?.members.length;
    const head = el(
      "span",
      { class: "row-head" },
      el("b", {}, title),
      members && el("small", {}, ` ${members}人`),
      last && el("time", {}, shortTime(last.wall, store.now())),
    );
    const foot = el(
      "span",
      { class: "row-foot" },
      el("span", { class: "gist" }, last ? this.#gist(id, last) : opening(id)),
      unread > 0 &&
        el(
          "span",
          { class: "unread", testid: `unread-${id}`, "aria-label": `${unread} 条未读` },
          unread > 99 ? "99+" : unread,
        ),
    );
    const marks = {
      class: "row",
      type: "button",
      testid: `conversation-${id}`,
      "aria-current": id === conversation && "true",
    };
    const button = el(
      "button",
      marks,
      conversationAvatar(store, id),
      el("span", { class: "row-words" }, head, foot),
    );
    button.addEventListener("click", () => this.#page.go({ conversation: id }));
    return button;
  }

  #gist(id, message) {
    const { store, me } = this.#page;
    const words = gist(store, message, me);
    if (pinned(id) || message.from === me || eventWords(store, message.item)) return words;
    return `${authorOf(store, message)}：${words}`;
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const rows = [...this.#root.children];
    rows[rows.indexOf(document.activeElement) + step]?.focus();
  }
}

const pinned = (id) => (id === BOT ? 2 : 0) + (id === APP ? 1 : 0);
const newest = ({ messages }) => messages.at(-1)?.seq ?? 0;
const opening = (id) => (id === BOT ? "智能机器人" : id === APP ? "自建应用" : "还没有消息");
