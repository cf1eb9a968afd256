/**
 * Sandbox time, shown as the company's wall clock reads, wherever the browser is.
 * A "wall" is milliseconds whose UTC fields are the local fields, so that no browser time zone gets in.
 */

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const two = (number) => String(number).padStart(2, "0");

/** Minutes east of Greenwich that an ISO time names; China's where it names none. */
export function offsetOf(iso) {
  const match = /(?:([+-])(\d\d):?(\d\d)|Z)$/.exec(iso);
  if (!match) return 480;
  return match[1] ? (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}

export function wallOf(iso, offset) {
  const named = /(?:[+-]\d\d:?\d\d|Z)$/.test(iso);
  return named ? Date.parse(iso) + offset * MINUTE : Date.parse(`${iso}Z`);
}

export function isoOf(wall, offset) {
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return new Date(wall).toISOString().slice(0, 19) + zone;
}

export const hourMinute = (wall) => new Date(wall).toISOString().slice(11, 16);
export const weekday = (wall) => WEEKDAYS[new Date(wall).getUTCDay()];
export const dateOf = (wall) => new Date(wall).toISOString().slice(0, 10);
const monthDay = (wall) => `${new Date(wall).getUTCMonth() + 1}月${new Date(wall).getUTCDate()}日`;
const daysBetween = (earlier, later) => Math.floor(later / DAY) - Math.floor(earlier / DAY);

/** As in the conversation list: the hour today, 昨天, else the date. */
export function shortTime(wall, now) {
  const age = daysBetween(wall, now);
  if (age === 0) return hourMinute(wall);
  return age === 1 ? "昨天" : `${new Date(wall).getUTCMonth() + 1}/${new Date(wall).getUTCDate()}`;
}

/** As between bubbles. */
export function longTime(wall, now) {
  const age = daysBetween(wall, now);
  if (age === 0) return hourMinute(wall);
  if (age === 1) return `昨天 ${hourMinute(wall)}`;
  return `${monthDay(wall)} ${weekday(wall)} ${hourMinute(wall)}`;
}

/** 08:00 on the Monday of the week after this one; weeks begin on Monday, as people here count. */
export function nextMonday(wall) {
  const midnight = Math.floor(wall / DAY) * DAY;
  const sinceMonday = (new Date(wall).getUTCDay() + 6) % 7;
  return midnight + (7 - sinceMonday) * DAY + 8 * 60 * MINUTE;
}
