/** Template cards, drawn as WeCom draws them. `raw` is the template_card as its reader sees it now. */

import { el, link, picture } from "./dom.js";
import { choices, collect } from "./selects.js";

const SOURCE_COLOURS = ["", "source-black", "source-red", "source-green"];
const FOLLOWS_LINK = 1;
const ASKS_BOT = 3;

/**
 * `press(key, selected)` resolves once the sandbox took it and rejects with a sentence; `ask(text)` says it to the bot.
 * `pressed` is this reader's own last press of the card, if any.
 */
export function drawCard(card, { press, ask, pressed }) {
  const raw = card.raw ?? summaryAsRaw(card);
  const form = el("form", { class: "card", testid: "card", "data-task": card.task_id, novalidate: true });
  form.append(
    ...[head(raw), body(raw), foot(card, raw, press, form, pressed), notes(card, raw, pressed, ask)]
      .flat()
      .filter(Boolean),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

function summaryAsRaw({ title, desc, buttons = [], fields = [] }) {
  const rows = fields.map(({ key, value }) => ({ keyname: key, value }));
  return { main_title: { title, desc }, button_list: buttons, horizontal_content_list: rows };
}

function head({ source, main_title: title }) {
  return [
    source?.desc && el("div", { class: `card-source ${SOURCE_COLOURS[source.desc_color] ?? ""}` }, source.desc),
    title?.title && el("div", { class: "card-title", testid: "card-title" }, title.title),
    title?.desc && el("div", { class: "card-desc" }, title.desc),
  ];
}

function body(raw) {
  const { emphasis_content: emphasis, quote_area: quote, card_image: image, image_text_area: beside } = raw;
  return [
    image?.url && picture(image.url, "卡片图片"),
    beside &&
      el("div", { class: "card-quote" }, el("b", {}, beside.title ?? ""), el("div", {}, beside.desc ?? "")),
    emphasis &&
      el(
        "div",
        { class: "card-emphasis" },
        el("b", {}, emphasis.title ?? ""),
        el("span", {}, emphasis.desc ?? ""),
      ),
    quote &&
      el(
        "div",
        { class: "card-quote" },
        quote.title && el("b", {}, quote.title),
        el("div", {}, quote.quote_text ?? ""),
      ),
    raw.sub_title_text && el("div", { class: "card-text" }, raw.sub_title_text),
    (raw.vertical_content_list ?? []).map(({ title, desc }) =>
      el("div", { class: "card-text" }, el("b", {}, title), ` ${desc ?? ""}`),
    ),
    raw.horizontal_content_list?.length &&
      el("dl", { class: "card-fields" }, raw.horizontal_content_list.map(field)),
  ].flat();
}

function field({ type, keyname, value, url }) {
  const shown = type === FOLLOWS_LINK && url ? link(url, value ?? url) : (value ?? "");
  return el("div", {}, el("dt", {}, keyname), el("dd", {}, shown));
}

/** Selects and buttons, or the words that replaced them. */
function foot(card, raw, press, form, pressed) {
  const buttons = [
    ...(raw.button_list ?? []),
    ...(raw.submit_button ? [{ ...raw.submit_button, style: 1 }] : []),
  ];
  if (raw.replace_text || card.replace_text) {
    return el(
      "div",
      { class: "card-replaced", testid: "card-replaced" },
      raw.replace_text || card.replace_text,
    );
  }
  const send = (key, button) => pressing(form, button, () => press(key, collect(form)));
  const row = buttons.map((button) => drawButton(button, Boolean(card.disabled), send));
  const wide = buttons.length > 3 || buttons.some(({ text }) => text.length > 6);
  return [
    choices(raw, Boolean(card.disabled), pressed?.selected),
    row.length && el("div", { class: `card-buttons${wide ? " stacked" : ""}` }, row),
    menu(raw.action_menu, Boolean(card.disabled), send),
  ].flat();
}

function drawButton({ key, text, style = 1, type, url }, disabled, send) {
  if (type === FOLLOWS_LINK && url) return el("span", { class: "card-link-button" }, link(url, text));
  const button = el(
    "button",
    { type: "button", class: `style-${style}`, disabled, testid: `card-button-${key}` },
    text,
  );
  button.addEventListener("click", () => send(key, button));
  return button;
}

function menu(action, disabled, send) {
  if (!action?.action_list?.length) return null;
  const buttons = action.action_list.map((entry) => drawButton({ ...entry, style: 2 }, disabled, send));
  return el(
    "details",
    { class: "card-menu" },
    el("summary", { "aria-label": action.desc || "更多操作" }, "⋯"),
    buttons,
  );
}

function notes(card, raw, pressed, ask) {
  const jumps = (raw.jump_list ?? []).map((jump) => drawJump(jump, ask));
  const target = raw.card_action?.type === FOLLOWS_LINK && raw.card_action.url;
  return [
    ...jumps,
    target && el("div", { class: "card-jump" }, link(target, "查看详情")),
    pressed && el("div", { class: "card-note", testid: "card-pressed" }, pressedWords(raw, pressed)),
    card.disabled && !raw.replace_text && !pressed && el("div", { class: "card-note" }, "这张卡片已处理"),
    el("div", { class: "card-error", role: "alert", hidden: true }),
  ];
}

function drawJump({ type, title, url, question }, ask) {
  if (type === FOLLOWS_LINK) return el("div", { class: "card-jump" }, link(url, title));
  if (type !== ASKS_BOT) return el("div", { class: "card-jump" }, title);
  return el(
    "div",
    { class: "card-jump" },
    el("button", { type: "button", class: "plain", onclick: () => ask(question ?? title) }, title),
  );
}

function pressedWords(raw, { key }) {
  const known = [...(raw.button_list ?? []), raw.submit_button, ...(raw.action_menu?.action_list ?? [])];
  const button = known.find((candidate) => candidate?.key === key);
  return button ? `你已按「${button.text}」` : "你已处理";
}

/** Shows that a press is under way; a refusal gives the buttons back and says why. */
async function pressing(form, button, act) {
  const error = form.querySelector(".card-error");
  const controls = [...form.querySelectorAll("button, input, select")].filter((control) => !control.disabled);
  for (const control of controls) control.disabled = true;
  button.classList.add("busy");
  error.hidden = true;
  try {
    await act();
  } catch (failure) {
    error.textContent = `没有按成：${failure.message}`;
    error.hidden = false;
  }
  button.classList.remove("busy");
  for (const control of controls) control.disabled = false;
}
