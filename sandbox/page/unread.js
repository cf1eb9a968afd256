/** What each person has seen of each conversation, for this tab; a reload keeps it. */

const KEY = "seen";

export class Seen {
  #seqs = new Map(JSON.parse(sessionStorage.getItem(KEY) ?? "[]"));

  /** A restarted sandbox counts from one again: what was seen of the old journal means nothing. */
  forgetAbove(last) {
    if ([...this.#seqs.values()].some((seq) => seq > last)) this.#seqs.clear();
  }

  mark(me, conversation, seq) {
    const key = `${me}/${conversation}`;
    if ((this.#seqs.get(key) ?? 0) >= seq) return;
    this.#seqs.set(key, seq);
    sessionStorage.setItem(KEY, JSON.stringify([...this.#seqs]));
  }

  /** Messages of others that are newer than what was seen; counting stops at 100. */
  count(me, conversation, messages) {
    const seen = this.#seqs.get(`${me}/${conversation}`) ?? 0;
    let count = 0;
    for (let index = messages.length - 1; index >= 0 && messages[index].seq > seen && count < 100; index -= 1) {
      if (messages[index].from !== me) count += 1;
    }
    return count;
  }
}
