/** Elements without HTML strings: whatever came from outside goes in as text, so nothing can smuggle markup. */

const PROPERTIES = new Set(["value", "checked", "disabled", "selected", "hidden"]);

/** el("button", {class, testid, onclick, ...attributes}, ...children); empty children are left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setAttribute(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "class") node.className = value;
  else if (name === "testid") node.dataset.testid = value;
  else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

export const byId = (id) => document.getElementById(id);

/** The address if a browser may follow it, else null: `javascript:` and the like never become links. */
export function safeUrl(text) {
  try {
    const url = new URL(text, location.href);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A link that opens beside the page, or only its text where the address is not one to follow. */
export function link(address, ...children) {
  const href = safeUrl(address);
  if (!href) return el("span", {}, ...children);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** A picture that the sandbox itself serves; anything from another host is only named, never fetched. */
export function picture(address, name = "图片") {
  const href = safeUrl(address);
  if (href && (new URL(href).origin === location.origin || String(address).startsWith("data:"))) {
    return el("img", { class: "picture", src: href, alt: name, loading: "lazy" });
  }
  return el("span", { class: "picture-elsewhere" }, link(address, `🖼 ${name}`));
}
