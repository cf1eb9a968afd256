/** Puts the parts together: one store, one place (who, where), and views that redraw when either changes. */

import { getState, openChat, press } from "./api.js";
import { Clock } from "./clock.js";
import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { follow } from "./feed.js";
import { PersonSwitch } from "./person.js";
import * as place from "./place.js";
import { Rail } from "./rail.js";
import { BOT, Store, isSeen } from "./store.js";
import { Thread } from "./thread.js";
import { titleOf } from "./words.js";
import { Seen } from "./unread.js";
import { Watch } from "./watch.js";

const WIDE = "(min-width: 700px)"; // where the list and a conversation stand side by side

class Page {
  store = new Store();
  seen = new Seen();
  me = "";
  conversation = BOT;
  #asked = new Set();

  async start() {
    this.store.load(await getState());
    this.views = {
      rail: new Rail(this),
      person: new PersonSwitch(this),
      thread: new Thread(this),
      composer: new Composer(this),
      watch: new Watch(this),
      clock: new Clock(this),
    };
    addEventListener("popstate", () => this.#settle(place.read()));
    this.#buttons();
    this.#settle(place.read());
    await follow({
      take: (items) => this.#take(items),
      status: (online) => this.#online(online),
      restarted: () => location.reload(),
    });
  }

  /** Becomes somebody else, or goes to another conversation, or both. */
  go({ me = this.me, conversation = this.conversation }) {
    document.body.classList.add("in-chat");
    this.#settle({ me, conversation });
  }

  /** People come and go without a line in the journal. */
  refresh = async () => this.store.load(await getState());
  quote = (message) => this.views.composer.quote(message);
  ask = (text) => this.views.composer.ask(text);
  press = (card, key, selected) =>
    press({ from: this.me, card, key, ...(Object.keys(selected).length && { selected }) });

  #settle({ me, conversation }) {
    const before = `${this.me}/${this.conversation}`;
    this.me = this.store.people.has(me) ? me : this.#anybody();
    this.conversation = this.store.conversationsOf(this.me).includes(conversation) ? conversation : BOT;
    place.write(this);
    this.#openAll();
    if (before !== `${this.me}/${this.conversation}`) this.#tellOpened();
  }

  /** A private chat that comes into view is opened, as WeCom sees it: the bot may greet. */
  #tellOpened() {
    const shown = document.body.classList.contains("in-chat") || matchMedia(WIDE).matches;
    if (!shown || this.store.groups.has(this.conversation)) return;
    openChat(this.me, this.conversation).catch(() => {}); // without it the page works all the same
  }

  /** Whom one is on arrival: the first with the commonest title, so somebody with an ordinary job. */
  #anybody() {
    const people = [...this.store.people.values()];
    const sharing = new Map();
    for (const { title } of people) sharing.set(title, (sharing.get(title) ?? 0) + 1);
    const most = Math.max(...sharing.values());
    return people.find(({ title }) => sharing.get(title) === most)?.userid ?? "";
  }

  #openAll() {
    const { person, thread, composer } = this.views;
    document.title = `${titleOf(this.store, this.conversation)} · ${this.store.nameOf(this.me)}`;
    person.open();
    thread.open();
    composer.open();
    this.#drawSides(new Set());
  }

  #drawSides(touched) {
    const latest = this.store.messages(this.me, this.conversation).at(-1);
    if (latest && !document.hidden) this.seen.mark(this.me, this.conversation, latest.seq);
    this.views.rail.draw();
    this.views.watch.take(touched);
    this.views.clock.draw();
    byId("bot-state").textContent = this.store.connected ? "在线" : "离线";
    byId("bot-state").classList.toggle("online", this.store.connected);
  }

  #take(items) {
    if (!this.store.last) this.seen.forgetAbove(items.at(-1).seq);
    const touched = this.store.apply(items);
    this.views.thread.take(touched);
    this.#drawSides(touched);
    if (items.some((item) => this.#isNews(item))) this.#reload();
    if (items.some(({ kind, connected }) => kind === "bot" && connected)) this.#tellOpened();
  }

  /** Somebody whom, or a group that, the state we hold does not know, asked about once; or a group that changes. */
  #isNews({ kind, from, to }) {
    const { people, groups } = this.store;
    const group = groups.get(to?.group);
    if (kind === "room" || (group && !isSeen(group))) return true;
    const unknown = [from, to?.user, to?.group].filter(
      (id) => id && !people.has(id) && !groups.has(id) && !this.#asked.has(id),
    );
    for (const id of unknown) this.#asked.add(id);
    return unknown.length > 0;
  }

  async #reload() {
    await this.refresh();
    this.#openAll();
  }

  async #online(online) {
    byId("offline").hidden = online;
    if (online) await this.#reload();
  }

  #buttons() {
    const toggle = () => document.body.classList.toggle("watching");
    for (const id of ["watch-open", "watch-close"]) byId(id).addEventListener("click", toggle);
    byId("back").addEventListener("click", () => document.body.classList.remove("in-chat"));
    document.addEventListener("visibilitychange", () => this.#drawSides(new Set()));
    if (matchMedia("(min-width: 1100px)").matches) document.body.classList.add("watching");
    if (location.hash) document.body.classList.add("in-chat");
  }
}

new Page().start().catch((error) => {
  byId("offline").textContent = error.message;
  byId("offline").hidden = false;
});
