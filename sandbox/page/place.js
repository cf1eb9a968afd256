/** Where the reader is (`#person/conversation`), kept in the address so that a reload comes back here. */

export function read() {
  const [me = "", conversation = ""] = location.hash.slice(1).split("/").map(decode);
  return { me, conversation };
}

export function write({ me, conversation }) {
  const hash = `#${encodeURIComponent(me)}/${encodeURIComponent(conversation)}`;
  if (hash === location.hash) return;
  if (location.hash) history.pushState(null, "", hash);
  else history.replaceState(null, "", hash); // arriving is no step to go back to
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
