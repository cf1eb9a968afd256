/** A list of options under a text field, driven by the field's keys: shared by the person switch and the @ picker. */

import { el } from "./dom.js";

const MOST = 60; // more than anybody reads; the rest is found by typing

export class Listbox {
  #root;
  #field;
  #draw;
  #choose;
  #options = [];
  #active = 0;

  /** `draw(option)` gives the content of a row, `choose(option)` takes it; `root` is the (empty) list, `field` has the focus. */
  constructor(root, field, { draw, choose }) {
    this.#root = root;
    this.#field = field;
    this.#draw = draw;
    this.#choose = choose;
    root.setAttribute("role", "listbox");
    root.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  }

  get open() {
    return !this.#root.hidden;
  }

  show(options) {
    this.#options = options.slice(0, MOST);
    this.#active = 0;
    this.#root.replaceChildren(...this.#options.map((option, index) => this.#row(option, index)));
    this.#root.hidden = !this.#options.length;
    this.#mark();
  }

  hide() {
    this.#root.hidden = true;
    this.#field.removeAttribute("aria-activedescendant");
  }

  /** True if the key was for the list; the field then leaves it alone. */
  key(event) {
    if (!this.open || event.isComposing) return false;
    const act = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.#take(),
      Tab: () => this.#take(),
      Escape: () => this.hide(),
    }[event.key];
    if (!act) return false;
    event.preventDefault();
    act();
    return true;
  }

  #row(option, index) {
    const take = () => {
      this.#active = index;
      this.#take();
    };
    const id = `${this.#root.id}-${index}`;
    return el("li", { id, role: "option", testid: `option-${option.id}`, onclick: take }, this.#draw(option));
  }

  #move(step) {
    this.#active = (this.#active + step + this.#options.length) % this.#options.length;
    this.#mark();
  }

  #mark() {
    [...this.#root.children].forEach((row, index) =>
      row.setAttribute("aria-selected", String(index === this.#active)),
    );
    const row = this.#root.children[this.#active];
    if (!row) return;
    row.scrollIntoView({ block: "nearest" });
    this.#field.setAttribute("aria-activedescendant", row.id);
  }

  #take() {
    this.hide();
    this.#choose(this.#options[this.#active]);
  }
}
