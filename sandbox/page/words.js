/** How conversations, channels and messages are called. */

import { plain } from "./markdown.js";
import { APP, BOT, versionFor } from "./store.js";

const CHANNELS = { bot: "机器人", app: "应用", appchat: "应用群聊", webhook: "消息推送" };
const REASONS = [
  [/not connected|connection broke/, "机器人不在线"],
  [/in flight/, "前面几条还没有答完"],
  [/did not accept/, "应用的回调地址没有接住"],
  [/passive reply/, "应用的被动回复不合格式"],
  [/minute|hour/, "超过频率限制，企业微信不作声地丢掉了"],
  [/duplicate|same content/, "内容重复，企业微信不再送达"],
];
const KINDS = { image: "[图片]", voice: "[语音]", video: "[视频]", file: "[文件]" };

const NAMED = 3; // people whose names are told

/** A line of the conversation that nobody wrote: people come and go, a telephone rings; "" for what was written. */
export function eventWords(store, { kind, ...item }) {
  if (kind === "room") return roomWords(store, item);
  if (kind !== "phone") return "";
  if (item.answered === undefined) return "紧急通知：电话在响";
  return item.answered ? "接了紧急通知的电话" : "没有接紧急通知的电话";
}

function roomWords(store, { added, removed, by, name }) {
  const app = by === "app";
  const lines = [
    added.length && (app ? `应用邀请${people(store, added)}加入了群聊` : `${people(store, added)}加入了群聊`),
    removed.length && (app ? `应用把${people(store, removed)}移出了群聊` : `${people(store, removed)}离开了群聊`),
  ].filter(Boolean);
  return lines.join("，") || `群资料有变：${name}`;
}

function people(store, userids) {
  const names = userids.slice(0, NAMED).map((userid) => store.nameOf(userid));
  return userids.length > NAMED ? `${names.join("、")}等 ${userids.length} 人` : names.join("、");
}

export const channelName = (via) => CHANNELS[via] ?? via;

export function titleOf(store, conversation) {
  if (conversation === BOT) return store.botName;
  if (conversation === APP) return "应用消息";
  return store.groups.get(conversation)?.name ?? conversation;
}

export function authorOf(store, message) {
  if (message.from) return store.nameOf(message.from);
  if (message.item.via === BOT) return store.botName;
  return message.item.via === "webhook" ? "消息推送" : "应用消息";
}

/** Why something was dropped; a sentence that is not known here is shown as the sandbox wrote it. */
export function reason(why) {
  const known = REASONS.find(([words]) => words.test(why));
  return known ? known[1] : why;
}

/** One line that says what a message is, for lists, quotes and notifications. */
export function gist(store, message, reader) {
  const event = eventWords(store, message.item);
  if (event) return event;
  if (message.recalled) return "[已撤回]";
  const version = versionFor(message, reader);
  if (version.card) return `[卡片] ${[version.card.title, version.card.desc].filter(Boolean).join(" · ")}`;
  const words = plain(version.text ?? "");
  if (version.image) return `[图片] ${words}`.trim();
  const kind = KINDS[version.msgtype];
  return kind ? [kind, words === kind ? "" : words].join(" ").trim() : withNames(store, words);
}

const withNames = (store, text) =>
  text.replace(/<@([\w.@-]{1,64})>/g, (_, id) => `@${id === "all" ? "所有人" : store.nameOf(id)}`);
