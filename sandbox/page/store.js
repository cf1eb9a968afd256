/** The journal as conversations: pure bookkeeping, no element is touched here. */

import { DAY, offsetOf, wallOf } from "./time.js";

export const BOT = "bot";
export const APP = "app";

/** Private conversations belong to one person, a group is one room for all. */
export const roomOf = (person, conversation) =>
  conversation === BOT || conversation === APP ? `${person}/${conversation}` : conversation;

/** A room that the app has made is nobody's until something is said in it. */
export const isSeen = (group) => group.visible !== false;

export class Store {
  people = new Map();
  groups = new Map();
  names = new Set(); // what may stand after an @
  botName = "小助手";
  connected = false;
  callback = false;
  rooms = new Map(); // room -> messages, oldest first
  watched = []; // what the right-hand column shows, oldest first
  last = 0;
  #bySeq = new Map();
  #byMsgid = new Map(); // what people said, by msgid
  #rings = new Map(); // callid -> the line that says it rings
  #byTask = new Map(); // task_id -> messages that carried that card
  #clock = { wall: 0, read: 0, offset: 480 };

  load(state) {
    this.people = new Map(state.people.map((person) => [person.userid, person]));
    this.groups = new Map(state.groups.map((group) => [group.id, group]));
    this.botName = state.bot_name ?? this.botName;
    this.connected = Boolean(state.bot?.connected);
    this.callback = Boolean(state.app?.callback);
    this.names = new Set([this.botName, "所有人", ...state.people.map((person) => person.name)]);
    this.setClock(state.now);
  }

  setClock(iso) {
    const offset = offsetOf(iso);
    this.#clock = { wall: wallOf(iso, offset), read: performance.now(), offset };
  }

  get offset() {
    return this.#clock.offset;
  }

  /** Sandbox time now, as a wall; it runs on between two readings. */
  now() {
    return this.#clock.wall + performance.now() - this.#clock.read;
  }

  nameOf(userid) {
    return this.people.get(userid)?.name ?? userid;
  }

  conversationsOf(person) {
    const groups = [...this.groups.values()].filter((group) => group.members.includes(person));
    return [BOT, APP, ...groups.filter(isSeen).map((group) => group.id)];
  }

  messages(person, conversation) {
    return this.rooms.get(roomOf(person, conversation)) ?? [];
  }

  /** Takes journal items; returns the messages that are new or look different now. */
  apply(items) {
    const touched = new Set();
    for (const item of items) {
      if (item.seq <= this.last) continue;
      this.last = item.seq;
      const message = this.#take(item);
      if (message) touched.add(message);
    }
    return touched;
  }

  #take(item) {
    if (item.kind === "said") return this.#said(item);
    if (item.kind === "sent") return this.#sent(item);
    if (item.kind === "recalled") return this.#change(item.recalls, (message) => (message.recalled = true));
    if (item.kind === "pressed") return this.#pressed(item);
    if (item.kind === "clock") this.setClock(item.now);
    if (item.kind === "bot") this.connected = item.connected;
    if (item.kind === "dropped") return this.#dropped(item);
    if (item.kind === "bot") return this.#watch(this.#message(item, null, null));
    if (item.kind === "room") return this.#watch(this.#add(item, item.room, null));
    if (item.kind === "phone") return this.#phone(item);
    return null;
  }

  #said(item) {
    const message = this.#add(item, roomOf(item.from, item.to), item.from);
    this.#byMsgid.set(item.msgid, message);
    return message;
  }

  #sent(item) {
    const edited = item.edits && this.#change(item.edits, (message) => message.versions.push(item));
    if (edited) return edited;
    const room = item.to.group ?? roomOf(item.to.user, item.via === BOT ? BOT : APP);
    const message = this.#watch(this.#add(item, room, null));
    const task = item.card?.task_id;
    if (task) this.#byTask.set(task, [...(this.#byTask.get(task) ?? []), message]);
    return message;
  }

  /** Something on its way to somebody, or something that a person said and the bot will not hear. */
  #dropped(item) {
    const message = this.#byMsgid.get(item.msgid);
    if (message) message.lost = item.why;
    this.#watch(this.#message(item, null, null));
    return message;
  }

  /** A telephone rings, or stops ringing because somebody took it or would not. */
  #phone(item) {
    const line = this.#watch(this.#add(item, roomOf(item.to.user, APP), null));
    if (item.answered === undefined) this.#rings.set(item.callid, line);
    const ring = this.#rings.get(item.callid);
    if (ring) ring.rings = item.answered === undefined;
    return ring ?? line;
  }

  #pressed(item) {
    const held = (message) => message.item.to.group || message.item.to.user === item.from;
    const message = this.#byTask.get(item.card)?.findLast(held);
    message?.presses.set(item.from, item);
    return message;
  }

  #message(item, room, from) {
    const wall = wallOf(item.at, this.offset);
    return {
      seq: item.seq,
      wall,
      room,
      from,
      item,
      versions: [item],
      presses: new Map(),
      recalled: false,
      lost: "",
    };
  }

  #add(item, room, from) {
    const message = this.#message(item, room, from);
    if (!this.rooms.has(room)) this.rooms.set(room, []);
    this.rooms.get(room).push(message);
    this.#bySeq.set(item.seq, message);
    return message;
  }

  #watch(message) {
    this.watched.push(message);
    return message;
  }

  #change(seq, change) {
    const message = this.#bySeq.get(seq);
    if (message) change(message);
    return message;
  }
}

/** The latest version that this reader sees: an update can be for some readers only. */
export function versionFor(message, reader) {
  return message.versions.findLast(({ open_for: only }) => !only || only.includes(reader)) ?? message.item;
}

/** A new time line is due after five quiet minutes. */
export const startsNewTime = (message, previous) => !previous || message.wall - previous.wall > DAY / 288;
