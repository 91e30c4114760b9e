"use strict";

// A verdict is never told by colour alone: each has its own shape and word.
const verdicts = {
  "admit": ["●", "放行", "admit"],
  "recheck": ["▲", "复测", "recheck"],
  "hold": ["■", "留置", "hold"],
  "turn-back": ["◆", "劝返", "turn back"],
};
const directions = { "entry": ["→", "进", "in"], "exit": ["←", "出", "out"] };
const shownPassages = 20;
const shown = new Set();

const byId = id => document.getElementById(id);

function words(kind, name) {
  const [shape, chinese, english] = kind[name] ?? ["?", "未知", name ?? "unknown"];
  const cell = document.createElement("td");
  const translation = document.createElement("span");
  translation.lang = "en";
  translation.textContent = english;
  cell.append(`${shape} ${chinese} `, translation);
  return cell;
}

function text(value, className) {
  const cell = document.createElement("td");
  cell.textContent = value;
  if (className) cell.className = className;
  return cell;
}

function verdict(name) {
  const cell = words(verdicts, name);
  cell.className = "verdict";
  if (Object.hasOwn(verdicts, name ?? "")) cell.classList.add(name);
  return cell;
}

function row(...cells) {
  const line = document.createElement("tr");
  line.append(...cells);
  return line;
}

function showLink(state, shape, chinese, english) {
  const link = byId("link");
  const translation = document.createElement("span");
  translation.lang = "en";
  translation.textContent = english;
  link.dataset.state = state;
  link.replaceChildren(`${shape} ${chinese} `, translation);
}

function showSummary(summary) {
  for (const count of document.querySelectorAll("[data-count]")) {
    const value = summary[count.dataset.count];
    count.textContent = value.toLocaleString("zh-CN");
    count.classList.toggle("alarm", Boolean(count.dataset.alarm) && value > 0);
  }

  const of = (name, direction) =>
    summary.tallies.find(t => t.verdict === name && t.direction === direction)?.passages ?? 0;
  const names = new Set(["admit", "hold", "turn-back", ...summary.tallies.map(t => t.verdict)]);
  byId("tallies").replaceChildren(...[...names].map(name =>
    row(verdict(name), text(of(name, "entry"), "number"), text(of(name, "exit"), "number"))));

  byId("devices").replaceChildren(...summary.devices.map(device => row(
    text(device.device),
    device.online ? text("● 在线 online") : text("○ 离线 offline"),
    text(`${device.upTo} / ${device.highest}`, "number"),
    text(device.missing > 0 ? `⚠ ${device.missing}` : "0", "number"))));
  const hidden = summary.deviceCount - summary.devices.length;
  byId("more").hidden = hidden <= 0;
  byId("more").textContent = `另有 ${hidden} 台 (${hidden} more: /api/v1/summary)`;
}

function showPassage(passage) {
  const key = `${passage.device}/${passage.epoch}/${passage.seq}`;
  if (shown.has(key)) return;
  shown.add(key);

  const entry = passage.entry;
  const time = new Date(entry.time ?? passage.receivedAt);
  const surface = typeof entry.surface === "number" ? (entry.surface / 100).toFixed(1) : "–";
  const line = row(
    text(Number.isNaN(time.getTime()) ? "–" : time.toLocaleString("zh-CN", { hour12: false })),
    text(passage.device), words(directions, entry.direction), verdict(entry.verdict), text(surface, "number"));
  line.dataset.key = key;

  const list = byId("passages");
  list.prepend(line);
  while (list.children.length > shownPassages) {
    shown.delete(list.lastElementChild.dataset.key);
    list.lastElementChild.remove();
  }
}

const events = new EventSource("/events");
events.addEventListener("open", () => showLink("live", "●", "实时", "live"));
events.addEventListener("error", () => {
  showLink("lost", "✕", "已断开，正在重连", "connection lost, trying again");
  // A browser gives up for good when the hub answers with an error, such as too many pages: try again by loading anew.
  if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 30000);
});
events.addEventListener("summary", event => showSummary(JSON.parse(event.data)));
events.addEventListener("passage", event => showPassage(JSON.parse(event.data)));
