/** The parts of a card that one chooses in: drop-downs and check boxes. */

import { el } from "./dom.js";

const MULTIPLE = 1;

/** `made` is what this reader chose before ({question_key: [ids]}); without it the card's own preselection shows. */
export function choices(raw, disabled, made = {}) {
  const lists = [...(raw.button_selection ? [raw.button_selection] : []), ...(raw.select_list ?? [])];
  const drawn = lists.map((list) => dropDown(list, disabled, made[list.question_key]));
  return raw.checkbox ? [...drawn, boxes(raw.checkbox, disabled, made[raw.checkbox.question_key])] : drawn;
}

/** {question_key: [option ids]} of what is chosen now: of boxes perhaps none; a list without a choice is left out. */
export function collect(form) {
  const selected = {};
  for (const box of form.querySelectorAll(".card-boxes input")) selected[box.name] = [];
  for (const list of form.querySelectorAll("select")) if (list.value) selected[list.name] = [list.value];
  for (const box of form.querySelectorAll("input:checked")) selected[box.name].push(box.value);
  return selected;
}

function dropDown(
  { question_key: key, title, option_list: options = [], selected_id: preset, disable },
  disabled,
  made,
) {
  const chosen = made?.[0] ?? preset;
  const off = disabled || Boolean(disable);
  const list = el("select", {
    name: key,
    disabled: off,
    "aria-label": title || key,
    testid: `card-select-${key}`,
  });
  list.append(...options.map(({ id, text }) => el("option", { value: id, selected: id === chosen }, text)));
  return el("label", { class: "card-select" }, el("span", {}, title ?? ""), list);
}

function boxes({ question_key: key, mode, option_list: options = [], disable }, disabled, made) {
  const type = mode === MULTIPLE ? "checkbox" : "radio";
  const off = disabled || Boolean(disable);
  const rows = options.map(({ id, text, is_checked: checked }) =>
    el(
      "label",
      {},
      el("input", {
        type,
        name: key,
        value: id,
        checked: made ? made.includes(id) : Boolean(checked),
        disabled: off,
      }),
      text,
    ),
  );
  return el("fieldset", { class: "card-boxes" }, rows);
}
