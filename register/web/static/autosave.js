// Saves a form of the work place while somebody types. Without this script the buttons do all of it.
//
// A form asks for it with `data-autosave`; its words come from the page: data-saving, data-waiting, data-failed.
// It posts the same form to the same address with `Accept: application/json`, and gets back a sentence to show, the new
// revision, and the marks by which the next save knows what is new. After a conflict (412) it stops: only the buttons go
// on, and they show both texts.
"use strict";

const PAUSE = 2000; // milliseconds without a key
const AGAIN = 30000; // until the next try after a failure

function autosave(form) {
  const dock = form.querySelector(".reg-dock");
  const signs = { good: form.querySelector("template[data-sign=good]"), bad: form.querySelector("template[data-sign=bad]") };
  let status = dock.querySelector("[role=status]");
  if (!status) {
    status = document.createElement("p");
    status.setAttribute("role", "status");
    status.className = "reg-saved";
    dock.append(status);
  }
  let timer = 0;
  let isBusy = false; // a save is on its way
  let isDirty = false; // something was typed since the last save began
  let isOver = false; // a colleague was first
  let waiting = null; // the button that was pressed during a save
  let isLeaving = false; // a button sends it all

  function say(words, sign) {
    status.className = sign === "bad" ? "reg-due reg-due--late" : "reg-saved";
    status.replaceChildren(...(sign ? [signs[sign].content.cloneNode(true)] : []), words);
  }

  function plan(milliseconds) {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(save, milliseconds);
  }

  function take(answer) {
    form.elements.namedItem("revision").value = answer.revision;
    for (const [name, mark] of Object.entries(answer.marks)) {
      const input = form.elements.namedItem(name);
      if (input) input.value = mark;
    }
    say(answer.message, "good");
  }

  function fail(words) {
    isDirty = true;
    say(words || form.dataset.failed, "bad");
    plan(AGAIN);
  }

  async function save() {
    if (isBusy || !isDirty || isOver || isLeaving) return;
    isBusy = true;
    isDirty = false;
    say(form.dataset.saving);
    try {
      const sent = new URLSearchParams(new FormData(form));
      const response = await fetch(form.action, { method: "POST", body: sent, headers: { Accept: "application/json" } });
      const answer = await response.json();
      if (response.ok) take(answer);
      else if (response.status === 412) {
        isOver = true;
        say(answer.message, "bad");
      } else fail(answer.message);
    } catch {
      fail();
    }
    isBusy = false;
    if (waiting) form.requestSubmit(waiting);
    else if (isDirty) plan(PAUSE);
  }

  form.addEventListener("input", () => {
    isDirty = true;
    if (!isOver && !isBusy) say(form.dataset.waiting);
    plan(PAUSE);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (isBusy) {
      event.preventDefault(); // it would meet our own save as if it were a colleague's
      waiting = event.submitter;
    }
    isLeaving = !isBusy;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && (isDirty || isOver)) event.preventDefault();
  });
}

for (const form of document.querySelectorAll("form[data-autosave]")) autosave(form);
