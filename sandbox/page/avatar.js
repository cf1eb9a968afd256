/** A coloured initial for a person, a mosaic for a group, a sign for the bot and the app. */

import { el } from "./dom.js";
import { APP, BOT } from "./store.js";

const COLOURS = 8;

function hueOf(text) {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return sum % COLOURS;
}

const initialOf = (name) => ([...name.trim()][0] ?? "?").toUpperCase();
const face = (kind, text) => el("span", { class: `avatar ${kind}`, "aria-hidden": "true" }, text);

export const personAvatar = (userid, name) => face(`hue-${hueOf(userid)}`, initialOf(name));

/** Who speaks in a message that no person wrote. */
export const channelAvatar = (via) =>
  via === BOT ? face("is-bot", "助") : face("is-app", via === "webhook" ? "讯" : "应");

export function conversationAvatar(store, conversation) {
  if (conversation === BOT || conversation === APP) return channelAvatar(conversation);
  const members = store.groups.get(conversation)?.members.slice(0, 4) ?? [];
  const tiles = members.map((userid) =>
    el("i", { class: `hue-${hueOf(userid)}` }, initialOf(store.nameOf(userid))),
  );
  return el("span", { class: "avatar is-group", "aria-hidden": "true" }, tiles);
}
