/**
 * The inline half of WeCom's markdown, as nodes: bold, italics, struck, code, links, coloured words, mentions.
 * Every pattern is bounded, so that a hostile line costs no more than a long one.
 */

import { el, link, picture } from "./dom.js";

const DEEPEST = 5;
const COLOURS = { info: "font-info", comment: "font-comment", warning: "font-warning" };

const CODE = [/`([^`\n]{1,2000})`/y, (match) => el("code", {}, match[1])];
const BOLD = [/\*\*(?=\S)([^\n]{1,1000}?\S|\S)\*\*/y, (match, nest) => el("strong", {}, nest(match[1]))];
const STRUCK = [/~~(?=\S)([^\n]{1,1000}?)~~/y, (match, nest) => el("del", {}, nest(match[1]))];
const ITALIC = [/\*(?=[^\s*])([^*\n]{1,500}[^\s*]|[^\s*])\*/y, (match, nest) => el("em", {}, nest(match[1]))];
const IMAGE = [/!\[([^\]\n]{0,200})\]\(([^)\s]{1,2000})\)/y, (match) => picture(match[2], match[1] || "图片")];
const LINK = [/\[([^\]\n]{1,200})\]\(([^)\s]{1,2000})\)/y, (match, nest) => link(match[2], nest(match[1]))];
const ANCHOR = [
  /<a\s{1,5}href=["']([^"'<>]{1,2000})["'][^<>]{0,100}>([^<]{0,500})<\/a>/y,
  (match) => link(match[1], match[2]),
];
const ADDRESS = [
  /https?:\/\/[^\s<>"'，。；：！？、（）【】「」]{1,2000}/y,
  (match) => link(match[0], match[0]),
];
const FONT = [
  /<font color=["']?(info|comment|warning)["']?>([^]{0,2000}?)<\/font>/y,
  (match, nest) => el("span", { class: COLOURS[match[1]] }, nest(match[2])),
];
const MENTION = [
  /<@([\w.@-]{1,64})>/y,
  (match, _nest, nameOf) =>
    el("span", { class: "mention" }, `@${match[1] === "all" ? "所有人" : nameOf(match[1])}`),
];

const MARKDOWN = {
  starts: /[`*~![<h]/g,
  patterns: [CODE, BOLD, STRUCK, ITALIC, IMAGE, LINK, ANCHOR, FONT, MENTION, ADDRESS],
};
const PLAIN = { starts: /[<h]/g, patterns: [ANCHOR, MENTION, ADDRESS] };

export const inlineMarkdown = (text, nameOf) => scan(text, MARKDOWN, nameOf, 0);

/** What a `text` message may hold: links and mentions, nothing else. */
export const inlineText = (text, nameOf) => scan(text, PLAIN, nameOf, 0);

function scan(text, grammar, nameOf, depth) {
  const nodes = [];
  const starts = new RegExp(grammar.starts); // its own lastIndex: scan() calls itself
  let plainFrom = 0;
  let place = 0;
  for (let found = starts.exec(text); found; found = starts.exec(text)) {
    place = found.index;
    const taken = depth < DEEPEST && take(text, place, grammar, nameOf, depth);
    if (!taken) continue;
    nodes.push(text.slice(plainFrom, place), taken.node);
    plainFrom = starts.lastIndex = place + taken.length;
  }
  nodes.push(text.slice(plainFrom));
  return nodes.filter((node) => node !== "");
}

function take(text, place, { patterns, starts }, nameOf, depth) {
  const nest = (inner) => scan(inner, { patterns, starts }, nameOf, depth + 1);
  for (const [pattern, build] of patterns) {
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (match) return { node: build(match, nest, nameOf), length: match[0].length };
  }
  return null;
}
