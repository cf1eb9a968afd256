/** The sandbox's control doors, as the page uses them. Every failure is an Error whose message can be shown. */

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("连不上沙箱，请看它是否还在运行。");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error || `沙箱回了 HTTP ${response.status}。`);
  return answer;
}

const post = (path, body) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const getState = () => call("/sandbox/state");
export const getFeed = (after, wait) => call(`/sandbox/feed?after=${after}&wait=${wait}`);
export const say = (body) => post("/sandbox/say", body);
export const press = (body) => post("/sandbox/press", body);
export const answerPhone = (userid, answer) => post("/sandbox/phone", { userid, answer });
export const openChat = (from, to) => post("/sandbox/open", { from, to });
export const moveClock = (body) => post("/sandbox/clock", body);
