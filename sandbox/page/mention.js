/** The @ picker of the composer: the bot first, then the members of the group, found by any part of the name. */

import { channelAvatar, personAvatar } from "./avatar.js";
import { byId, el } from "./dom.js";
import { Listbox } from "./listbox.js";
import { BOT } from "./store.js";

const BEFORE_CURSOR = /@([^\s@]{0,20})$/;

export class MentionPicker {
  #page;
  #field;
  #list;

  constructor(page, field) {
    this.#page = page;
    this.#field = field;
    this.#list = new Listbox(byId("mentions"), field, { draw, choose: (option) => this.#insert(option) });
    field.addEventListener("input", () => this.#look());
    field.addEventListener("click", () => this.#look());
    field.addEventListener("blur", () => this.#list.hide());
  }

  key(event) {
    return this.#list.key(event);
  }

  /** As if @ had been typed: for the button. */
  start() {
    const { selectionStart: start, selectionEnd: end } = this.#field;
    this.#field.setRangeText("@", start, end, "end");
    this.#field.focus();
    this.#look();
  }

  #look() {
    const before = this.#field.value.slice(0, this.#field.selectionStart);
    const match = BEFORE_CURSOR.exec(before);
    if (!match) return this.#list.hide();
    const wanted = match[1].toLowerCase();
    return this.#list.show(
      this.#options().filter(({ name, detail }) => `${name} ${detail}`.toLowerCase().includes(wanted)),
    );
  }

  #options() {
    const { store, conversation, me } = this.#page;
    const group = store.groups.get(conversation);
    if (!group) return [];
    const bot = group.bot === false ? [] : [{ id: BOT, name: store.botName, detail: "机器人" }];
    const members = group.members.filter((userid) => userid !== me);
    return [
      ...bot,
      ...members.map((userid) => ({
        id: userid,
        name: store.nameOf(userid),
        detail: `${store.people.get(userid)?.dept ?? ""} ${userid}`,
      })),
    ];
  }

  #insert({ name }) {
    const end = this.#field.selectionStart;
    const start = this.#field.value.slice(0, end).lastIndexOf("@");
    this.#field.setRangeText(`@${name} `, start, end, "end");
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function draw({ id, name, detail }) {
  return [id === BOT ? channelAvatar(BOT) : personAvatar(id, name), el("b", {}, name), el("small", {}, detail)];
}
