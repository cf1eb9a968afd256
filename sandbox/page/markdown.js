/**
 * WeCom's markdown as elements (headings, quotes, lists, tables, code, rules, paragraphs).
 * There is no HTML string anywhere: tags in the text stay text, so there is nothing to escape and nothing to forget.
 */

import { el } from "./dom.js";
import { inlineMarkdown } from "./inline.js";

const FENCE = /^\s{0,3}```/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const QUOTE = /^\s{0,3}>\s?(.*)$/;
const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const TABLE_LINE = /^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$/;
const DEEPEST = 6;

/** A fragment for `text`; `nameOf(userid)` says what a mention shows. */
export function markdown(text, nameOf) {
  const fragment = document.createDocumentFragment();
  fragment.append(...blocks(text.replaceAll("\r\n", "\n").split("\n"), nameOf, 0));
  return fragment;
}

/** The text without its marks, on one line, for lists and notifications. */
export function plain(text) {
  return text
    .replace(/<\/?(?:font|a|div|br)\b[^<>]{0,300}>/g, " ")
    .replace(/!?\[([^\]\n]{1,200})\]\([^)\s]{1,2000}\)/g, "$1")
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, "")
    .replace(/\*\*|`|~~/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function blocks(lines, nameOf, depth) {
  const nodes = [];
  let at = 0;
  while (at < lines.length) {
    const [node, used] = block(lines, at, nameOf, depth);
    if (node) nodes.push(node);
    at += used;
  }
  return nodes;
}

function block(lines, at, nameOf, depth) {
  const line = lines[at];
  if (!line.trim()) return [null, 1];
  if (FENCE.test(line)) return fence(lines, at);
  if (RULE.test(line)) return [el("hr"), 1];
  const heading = HEADING.exec(line);
  if (heading) return [el(`h${heading[1].length}`, {}, inlineMarkdown(heading[2], nameOf)), 1];
  if (QUOTE.test(line) && depth < DEEPEST) return quote(lines, at, nameOf, depth);
  if (ITEM.test(line)) return list(lines, at, nameOf);
  if (line.includes("|") && TABLE_LINE.test(lines[at + 1] ?? "")) return table(lines, at, nameOf);
  return paragraph(lines, at, nameOf);
}

function fence(lines, at) {
  let end = at + 1;
  while (end < lines.length && !FENCE.test(lines[end])) end += 1;
  return [el("pre", {}, el("code", {}, lines.slice(at + 1, end).join("\n"))), end - at + 1];
}

function quote(lines, at, nameOf, depth) {
  const inside = [];
  while (at + inside.length < lines.length && QUOTE.test(lines[at + inside.length])) {
    inside.push(QUOTE.exec(lines[at + inside.length])[1]);
  }
  return [el("blockquote", {}, blocks(inside, nameOf, depth + 1)), inside.length];
}

function list(lines, at, nameOf) {
  const isOrdered = (match) => /\d/.test(match[2]);
  const ordered = isOrdered(ITEM.exec(lines[at]));
  const root = el(ordered ? "ol" : "ul", ordered ? { start: parseInt(ITEM.exec(lines[at])[2], 10) } : {});
  let used = 0;
  for (let match; (match = ITEM.exec(lines[at + used] ?? "")); used += 1) {
    if (!match[1] && isOrdered(match) !== ordered) break; // the other kind of list begins
    const level = Math.min(Math.floor(match[1].replaceAll("\t", "  ").length / 2), 3);
    root.append(el("li", { class: level ? `level-${level}` : null }, inlineMarkdown(match[3], nameOf)));
  }
  return [root, used];
}

const cells = (line) =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());

function table(lines, at, nameOf) {
  const row = (line, tag) =>
    el(
      "tr",
      {},
      cells(line).map((cell) => el(tag, {}, inlineMarkdown(cell, nameOf))),
    );
  let end = at + 2;
  while (end < lines.length && lines[end].includes("|")) end += 1;
  const body = lines.slice(at + 2, end).map((line) => row(line, "td"));
  const whole = el("table", {}, el("thead", {}, row(lines[at], "th")), el("tbody", {}, body));
  return [el("div", { class: "table" }, whole), end - at];
}

function paragraph(lines, at, nameOf) {
  let end = at + 1;
  while (end < lines.length && !startsBlock(lines[end])) end += 1;
  return [el("p", {}, inlineMarkdown(lines.slice(at, end).join("\n"), nameOf)), end - at];
}

const startsBlock = (line) =>
  !line.trim() || [FENCE, HEADING, RULE, QUOTE, ITEM].some((mark) => mark.test(line));
