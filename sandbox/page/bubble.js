/** One message as its reader sees it: avatar, name, bubble, and what can be done with it. */

import { answerPhone } from "./api.js";
import { channelAvatar, personAvatar } from "./avatar.js";
import { drawCard } from "./cards.js";
import { el, link, picture } from "./dom.js";
import { inlineText } from "./inline.js";
import { markdown } from "./markdown.js";
import { APP, BOT, versionFor } from "./store.js";
import { hourMinute } from "./time.js";
import { authorOf, channelName, eventWords, reason } from "./words.js";

const MARKED_UP = new Set(["markdown", "markdown_v2", "stream"]);

/** `page` gives store, me, conversation, press, ask and quote. */
export function drawMessage(page, message) {
  const { store, me } = page;
  const event = eventWords(store, message.item);
  if (event) return el("div", { class: "notice", testid: "event" }, event, message.rings && ringing(me));
  const author = authorOf(store, message);
  if (message.recalled) return el("div", { class: "notice", testid: "message" }, `${author}撤回了一条消息`);
  const mine = message.from === me;
  const version = versionFor(message, me);
  const avatar = message.from ? personAvatar(message.from, author) : channelAvatar(message.item.via);
  const column = el(
    "div",
    { class: "column" },
    byline(page, message, author, mine),
    content(page, message, version),
    footnote(page, message),
  );
  const classes = ["message", mine && "mine", message.from ? null : "theirs"].filter(Boolean).join(" ");
  return el(
    "article",
    { class: classes, testid: "message", "data-seq": message.seq, "aria-label": author },
    avatar,
    column,
  );
}

/** Whoever's telephone it is can take the call. */
function ringing(me) {
  const button = (words, answer) =>
    el("button", { class: "plain", type: "button", onclick: () => answerPhone(me, answer) }, words);
  return el("span", { class: "ring" }, button("接听", true), button("不接", false));
}

function byline({ conversation }, message, author, mine) {
  if (mine || conversation === BOT || conversation === APP) return null;
  const { via } = message.item;
  return el("header", {}, author, via && el("span", { class: `badge via-${via}` }, channelName(via)));
}

function content(page, message, version) {
  if (version.card) {
    const act = (key, selected) => page.press(version.card.task_id, key, selected);
    const pressed = message.presses.get(page.me);
    return withTools(page, message, drawCard(version.card, { press: act, ask: page.ask, pressed }));
  }
  const bubble = el(
    "div",
    { class: "bubble", testid: "bubble" },
    quoted(version.quote),
    ...words(page.store, version),
  );
  return withTools(page, message, bubble);
}

function withTools({ quote }, message, shape) {
  const button = el(
    "button",
    { class: "tool", type: "button", "aria-label": "引用", title: "引用", testid: "quote" },
    "引用",
  );
  button.addEventListener("click", () => quote(message));
  return el(
    "div",
    { class: "shape" },
    shape,
    el("div", { class: "tools" }, el("time", {}, hourMinute(message.wall)), button),
  );
}

const quoted = (text) => text && el("blockquote", { class: "quoted", testid: "quoted" }, text);

function words(store, version) {
  const nameOf = (userid) => store.nameOf(userid);
  if (version.image)
    return [version.text && el("p", {}, typed(store, version.text)), picture(version.image, "图片")].filter(
      Boolean,
    );
  if (version.url && version.msgtype === "image") return [picture(version.url, "图片")];
  if (version.url) return [el("span", { class: "file" }, link(version.url, version.text || "[文件]"))];
  if (MARKED_UP.has(version.msgtype)) return [el("div", { class: "markdown" }, markdown(version.text, nameOf))];
  const text = version.text ?? "";
  return [el("p", {}, version.kind === "said" ? typed(store, text) : inlineText(text, nameOf))];
}

/** What a person typed: known names after an @ stand out. */
function typed(store, text) {
  return text
    .split(/(@[^\s@，。：；！？,]{1,30})/)
    .flatMap((part) =>
      part.startsWith("@") && store.names.has(part.slice(1))
        ? el("span", { class: "mention" }, part)
        : inlineText(part, (id) => store.nameOf(id)),
    );
}

/** A message that nobody could hear should not look like one that is being ignored. */
function footnote({ store, conversation }, { item, lost }) {
  if (item.kind !== "said") return null;
  const unheard =
    item.heard === false && (conversation === BOT || (item.text ?? "").includes(`@${store.botName}`));
  if (lost || unheard) return el("div", { class: "footnote" }, `没有送到：${reason(lost || "not connected")}`);
  if (item.heard !== false || conversation !== APP) return null;
  return el("div", { class: "footnote" }, "没有送到：应用还没有登记回调地址");
}
