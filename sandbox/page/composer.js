/** Where one writes: text, a quote, a picture; Enter sends, Shift+Enter begins a new line. */

import { say } from "./api.js";
import { byId } from "./dom.js";
import { MentionPicker } from "./mention.js";
import { Picture } from "./picture.js";
import { authorOf, gist } from "./words.js";

export class Composer {
  #page;
  #form = byId("composer-form");
  #field = byId("composer");
  #error = byId("composer-error");
  #picker;
  #picture;
  #quote = "";
  #drafts = new Map();
  #key = "";

  constructor(page) {
    this.#page = page;
    this.#picker = new MentionPicker(page, this.#field);
    this.#picture = new Picture(this.#form, {
      refused: (why) => this.#refuse(why),
      taken: () => this.#field.focus(),
    });
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.#field.addEventListener("keydown", (event) => this.#pressed(event));
    this.#field.addEventListener("input", () => this.#changed());
    byId("mention-button").addEventListener("click", () => this.#picker.start());
    byId("quote-drop").addEventListener("click", () => this.#setQuote(""));
  }

  /** Another conversation: its own draft comes back, quote and picture do not come along. */
  open() {
    const { me, conversation, store } = this.#page;
    const key = `${me}/${conversation}`;
    if (key === this.#key) return;
    this.#drafts.set(this.#key, this.#field.value);
    this.#key = key;
    this.#field.value = this.#drafts.get(key) ?? "";
    byId("mention-button").hidden = !store.groups.has(conversation);
    this.#setQuote("");
    this.#picture.clear();
    this.#changed();
    if (matchMedia("(min-width: 700px)").matches) this.#field.focus();
  }

  quote(message) {
    const { store, me } = this.#page;
    this.#setQuote(gist(store, message, me), authorOf(store, message));
    this.#field.focus();
  }

  /** Says something that was not typed: a card's own question. */
  ask(text) {
    return this.#say({ text });
  }

  #pressed(event) {
    if (this.#picker.key(event)) return;
    if (event.key === "Escape") this.#setQuote("");
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  async #submit(event) {
    event.preventDefault();
    const text = this.#field.value;
    if (!text.trim() && !this.#picture.base64) return;
    const sent = { text, quote: this.#quote || undefined, image: this.#picture.base64 || undefined };
    this.#field.value = "";
    this.#changed();
    if (await this.#say(sent)) {
      this.#setQuote("");
      this.#picture.clear();
    } else this.#field.value ||= text; // nothing typed is lost
    this.#changed();
  }

  async #say(message) {
    const { me, conversation } = this.#page;
    try {
      await say({ from: me, to: conversation, ...message });
      this.#refuse("");
      return true;
    } catch (error) {
      this.#refuse(`没有发出去：${error.message}`);
      return false;
    }
  }

  #setQuote(text, author = "") {
    this.#quote = text;
    byId("quote-bar").hidden = !text;
    byId("quote-text").textContent = text && `${author}：${text}`;
  }

  #refuse(sentence) {
    this.#error.textContent = sentence;
    this.#error.hidden = !sentence;
  }

  #changed() {
    byId("send").disabled = !this.#field.value.trim() && !this.#picture.base64;
  }
}
