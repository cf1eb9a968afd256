/** A picture to be sent: chosen or pasted, shown small before it goes. */

import { byId } from "./dom.js";

const KINDS = ["image/png", "image/jpeg"];
const MOST = 10 * 1024 * 1024; // bytes: what WeCom takes

export class Picture {
  base64 = "";
  #file = byId("picture-file");
  #bar = byId("picture-bar");
  #preview = byId("picture-preview");
  #refused;
  #taken;

  constructor(form, { refused, taken }) {
    this.#refused = refused;
    this.#taken = taken;
    byId("picture-button").addEventListener("click", () => this.#file.click());
    byId("picture-drop").addEventListener("click", () => this.clear());
    this.#file.addEventListener("change", () => this.#file.files[0] && this.#take(this.#file.files[0]));
    form.addEventListener("paste", (event) => this.#pasted(event));
  }

  clear() {
    this.base64 = "";
    this.#file.value = "";
    this.#bar.hidden = true;
    this.#preview.removeAttribute("src");
    byId("composer").dispatchEvent(new Event("input"));
  }

  #pasted(event) {
    const file = [...event.clipboardData.files].find(({ type }) => type.startsWith("image/"));
    if (!file) return;
    event.preventDefault();
    this.#take(file);
  }

  async #take(file) {
    if (!KINDS.includes(file.type)) return this.#refused("只能发 PNG 或 JPEG 图片。");
    if (file.size > MOST) return this.#refused("图片超过 10 MB，发不了。");
    const address = await dataUrl(file);
    this.base64 = address.slice(address.indexOf(",") + 1);
    this.#preview.src = address;
    this.#bar.hidden = false;
    byId("composer").dispatchEvent(new Event("input"));
    return this.#taken();
  }
}

function dataUrl(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
