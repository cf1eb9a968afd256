/** 谁收到了什么: everything that goes out to anybody, as it happens; a click goes and looks. */

import { byId, el } from "./dom.js";
import { APP, BOT, versionFor } from "./store.js";
import { hourMinute } from "./time.js";
import { channelName, eventWords, gist, reason } from "./words.js";

const MOST = 200; // rows kept

export class Watch {
  #page;
  #root = byId("watched");
  #drawn = new Map();
  #taken = 0;

  constructor(page) {
    this.#page = page;
  }

  /** Newest on top; what was edited or recalled changes where it stands. */
  take(touched) {
    for (const message of touched) {
      const row = this.#drawn.get(message);
      if (row) this.#swap(message, row);
    }
    const { watched } = this.#page.store;
    for (const message of watched.slice(Math.max(this.#taken, watched.length - MOST))) this.#add(message);
    this.#taken = watched.length;
    byId("watched-empty").hidden = watched.length > 0;
  }

  #swap(message, row) {
    const fresh = this.#row(message);
    this.#drawn.set(message, fresh);
    row.replaceWith(fresh);
  }

  #add(message) {
    const row = this.#row(message);
    this.#drawn.set(message, row);
    this.#root.prepend(row);
    if (this.#drawn.size <= MOST) return;
    const [oldest, last] = this.#drawn.entries().next().value;
    last.remove();
    this.#drawn.delete(oldest);
  }

  #row(message) {
    const { item } = message;
    if (item.kind === "bot") return note(message, item.connected ? "机器人上线了" : "机器人掉线了");
    const event = eventWords(this.#page.store, item);
    if (event) return note(message, `${item.name ?? this.#recipient(item.to)}：${event}`);
    if (item.kind === "dropped") return note(message, this.#dropped(item), "dropped");
    const head = el(
      "span",
      { class: "watch-head" },
      el("span", { class: `badge via-${item.via}` }, channelName(item.via)),
      el("b", {}, this.#recipient(item.to)),
      el("time", {}, hourMinute(message.wall)),
    );
    const words = el(
      "span",
      { class: "watch-words" },
      gist(this.#page.store, message, this.#reader(item.to)) || "（空）",
    );
    const changed =
      message.versions.length > 1 &&
      !message.recalled &&
      el("small", { class: "watch-note" }, changes(message));
    return el(
      "button",
      {
        class: "watch-row",
        type: "button",
        testid: "watched",
        "data-seq": item.seq,
        onclick: () => this.#visit(item),
      },
      head,
      words,
      changed,
    );
  }

  #dropped({ to, why }) {
    return `${to ? `给${this.#recipient(to)}的消息` : "一条消息"}被丢弃：${reason(why)}`;
  }

  #recipient({ user, group }) {
    const { store } = this.#page;
    return group ? (store.groups.get(group)?.name ?? group) : store.nameOf(user);
  }

  #reader({ user }) {
    return user ?? this.#page.me;
  }

  /** To the one who got it; a group can be looked at as anybody in it, so preferably as oneself. */
  #visit({ to, via }) {
    const { store, me } = this.#page;
    if (!to.group) return this.#page.go({ me: to.user, conversation: via === BOT ? BOT : APP });
    const members = store.groups.get(to.group)?.members ?? [];
    return this.#page.go({ me: members.includes(me) ? me : (members[0] ?? me), conversation: to.group });
  }
}

const note = (message, words, kind = "") =>
  el(
    "div",
    { class: `watch-event ${kind}`, testid: "watched-event" },
    el("span", {}, words),
    el("time", {}, hourMinute(message.wall)),
  );

function changes(message) {
  const { card } = versionFor(message, message.item.to.user);
  return card
    ? `卡片已更新：${card.replace_text || card.title || "内容有变"}`
    : `已更新 ${message.versions.length - 1} 次`;
}
