/** Who I am: the head of the left column, and the search for somebody else to be. */

import { personAvatar } from "./avatar.js";
import { byId, el } from "./dom.js";
import { Listbox } from "./listbox.js";

export class PersonSwitch {
  #page;
  #button = byId("person-switch");
  #panel = byId("person-panel");
  #field = byId("person-search");
  #list;

  constructor(page) {
    this.#page = page;
    const draw = (person) => row(person);
    const choose = ({ userid }) => {
      this.#close();
      page.go({ me: userid });
    };
    this.#list = new Listbox(byId("person-list"), this.#field, { draw, choose });
    this.#button.addEventListener("click", () => (this.#panel.hidden ? this.#open() : this.#close()));
    this.#field.addEventListener("input", () => this.#search());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("pointerdown", ({ target }) => byId("who").contains(target) || this.#close());
  }

  open() {
    const { store, me } = this.#page;
    const person = store.people.get(me);
    if (person)
      this.#button.replaceChildren(row(person), el("span", { class: "chevron", "aria-hidden": "true" }, "⌄"));
  }

  #open() {
    this.#panel.hidden = false;
    this.#button.setAttribute("aria-expanded", "true");
    this.#field.value = "";
    this.#search();
    this.#field.focus();
    this.#page.refresh().then(
      () => this.#panel.hidden || this.#search(),
      () => {},
    ); // offline has its own banner
  }

  #close() {
    this.#panel.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
  }

  #search() {
    const wanted = this.#field.value.trim().toLowerCase();
    const people = [...this.#page.store.people.values()].map((person) => ({ ...person, id: person.userid }));
    this.#list.show(people.filter((person) => textOf(person).includes(wanted)));
  }

  #key(event) {
    if (event.key === "Escape") {
      this.#close();
      this.#button.focus();
    } else if (!event.isComposing) this.#list.key(event);
  }
}

const textOf = ({ name, dept, title, userid }) => [name, dept, title, userid].join(" ").toLowerCase();

function row({ userid, name, dept, title }) {
  const detail = [dept, title].filter(Boolean).join(" · ");
  const words = el("span", { class: "who-words" }, el("b", {}, name), el("small", {}, detail || userid));
  return el("span", { class: "who-row" }, personAvatar(userid, name), words);
}
