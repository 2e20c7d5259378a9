// The register, quicker: codes found by typing, lines added at once, what is typed kept. Everything works without it.
(function () {
  "use strict";
  var form = document.querySelector("form[data-register], form[data-keep]");
  if (!form) return;
  var whole = form.hasAttribute("data-register");  // a further account is kept as it is typed, and no more
  var words = (form.dataset.words || "").split("|");
  var KEEP_EVERY = 5000, ASK_AFTER = 120, LOOK_AFTER = 900, MOST = 400;

  function folded(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u064b-\u065f\u0670\u0300-\u036f]/g, "").trim();
  }
  function element(tag, attributes, text) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    if (text) made.textContent = text;
    return made;
  }
  function say(sentence) { var place = form.querySelector(".kept-when"); if (place) place.textContent = sentence; }

  // Codes by typing. The select stays what is sent; the box beside it only chooses in it.
  var waiting = new Set(), number = 0;
  function typing(select) {
    if (select.dataset.typed) return;
    select.dataset.typed = "yes";
    var id = "typed-" + (++number);
    var box = element("input", {
      type: "text", id: id, class: "form-control typed", role: "combobox", autocomplete: "off", dir: "auto",
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id + "-list",
      placeholder: /^done-\d+-(means|stated_reason|kind_of_place)$/.test(select.name) ? select.options[0].textContent : words[0] || ""
    });
    var list = element("ul", { id: id + "-list", class: "typed-list", role: "listbox", hidden: "" });
    var label = select.id && form.querySelector('label[for="' + select.id + '"]');
    var said = select.getAttribute("aria-label");
    if (said) box.setAttribute("aria-label", said); else if (label) label.htmlFor = id;
    list.setAttribute("aria-label", said || (label ? label.textContent.trim() : ""));
    var frame = element("div", { class: "typed-frame" });
    select.before(frame);
    frame.append(box, list, select);
    select.classList.add("visually-hidden");
    select.tabIndex = -1;
    select.setAttribute("aria-hidden", "true");
    var options = [], at = -1, asked = "", timer = 0, pick = false;

    function name() { var one = select.selectedOptions[0]; return one && one.value ? one.textContent : ""; }
    function show() { box.value = name(); close(); }
    function close() {
      list.hidden = true; at = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }
    function mark(place) {
      at = place;
      Array.prototype.forEach.call(list.children, function (one, n) { one.setAttribute("aria-selected", String(n === at)); });
      if (list.children[at]) {
        box.setAttribute("aria-activedescendant", list.children[at].id);
        list.children[at].scrollIntoView({ block: "nearest" });
      }
    }
    function offer(found) {
      options = found.slice(0, 8);
      list.replaceChildren();
      options.forEach(function (one, n) {
        var line = element("li", { id: id + "-" + n, role: "option", "aria-selected": "false" }, one[1]);
        if (one[2]) line.append(" ", element("bdi", { class: "soft small" }, one[2]));
        line.addEventListener("mousedown", function (event) { event.preventDefault(); choose(n); });
        list.append(line);
      });
      if (!options.length) list.append(element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "soft" }, words[1]));
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      if (options.length) mark(0);
    }
    function choose(place) {
      if (!options[place]) return;
      select.value = options[place][0];
      show();
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    function here(text) {
      var wanted = folded(text), begins = [], holds = [];
      Array.prototype.forEach.call(select.options, function (one) {
        if (!one.value) return;
        var name = folded(one.textContent);
        if (name.startsWith(wanted)) begins.push([one.value, one.textContent, ""]);
        else if (name.includes(" " + wanted)) holds.push([one.value, one.textContent, ""]);
      });
      return begins.concat(holds);
    }
    function ask(text) {
      asked = text;
      waiting.add(box);
      fetch(form.dataset.codes + "?of=" + encodeURIComponent(select.dataset.of) + "&q=" + encodeURIComponent(text), { credentials: "same-origin" })
        .then(function (answer) { return answer.ok ? answer.json() : { found: [] }; })
        .catch(function () { return { found: [] }; })
        .then(function (answer) {
          if (asked !== text) return;
          var kept = here(text), known = kept.map(function (one) { return one[0]; });
          var found = answer.found.concat(kept.filter(function (one) {
            return !answer.found.some(function (other) { return other[0] === one[0]; });
          }));
          if (!answer.found.length && known.length) found = kept;
          waiting.delete(box);
          asked = "";
          if (pick) {
            options = found; pick = false;
            if (found.length) choose(0); else { offer([]); box.setAttribute("aria-invalid", "true"); }
          } else if (document.activeElement === box) offer(found);
          form.dispatchEvent(new Event("settled"));
        });
    }
    box.addEventListener("input", function () {
      window.clearTimeout(timer);
      box.removeAttribute("aria-invalid");
      var text = box.value.trim();
      asked = ""; pick = false; waiting.delete(box);
      if (!text) { select.value = ""; close(); select.dispatchEvent(new Event("change", { bubbles: true })); return; }
      offer(here(text));
      waiting.add(box);
      timer = window.setTimeout(function () { ask(text); }, ASK_AFTER);
    });
    function settle() {  // the first of what is offered, once the answer is there
      if (list.hidden && !waiting.has(box)) return;
      if (folded(box.value) === folded(name())) { window.clearTimeout(timer); waiting.delete(box); asked = ""; close(); return; }
      if (at > 0 || !waiting.has(box)) { window.clearTimeout(timer); waiting.delete(box); choose(Math.max(at, 0)); return; }
      window.clearTimeout(timer);
      pick = true;
      if (asked !== box.value.trim()) ask(box.value.trim());
    }
    box.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) { offer(here(box.value.trim())); return; }
        if (options.length) mark((at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
      } else if (event.key === "Enter" && (!list.hidden || waiting.has(box))) {
        event.preventDefault();
        settle();
      } else if (event.key === "Tab") settle();
      else if (event.key === "Escape" && !list.hidden) { event.stopPropagation(); show(); }
    });
    box.addEventListener("blur", function () {
      list.hidden = true;
      box.setAttribute("aria-expanded", "false");
      if (!pick && !waiting.has(box) && box.value !== name() && box.value) box.setAttribute("aria-invalid", "true");
    });
    select.addEventListener("change", function () { if (document.activeElement !== box) show(); });
    show();
  }
  function typeIn(part) { part.querySelectorAll("select[data-of]").forEach(typing); }
  if (whole) typeIn(form);
  form.addEventListener("submit", function (event) {
    if (!waiting.size) return;
    event.preventDefault();
    var by = event.submitter;
    form.addEventListener("settled", function () { if (!waiting.size) form.requestSubmit(by); }, { once: true });
  }, true);

  // Lines are added without asking the server: a copy of the last one, emptied.
  function emptied(part, name, from, to) {
    part.querySelectorAll(".typed-frame").forEach(function (frame) {
      var select = frame.querySelector("select");
      select.classList.remove("visually-hidden");
      select.removeAttribute("aria-hidden");
      select.removeAttribute("tabindex");
      delete select.dataset.typed;
      frame.replaceWith(select);
    });
    part.querySelectorAll("p.field-error").forEach(function (one) { one.remove(); });
    part.querySelectorAll("details").forEach(function (one) { one.open = false; });
    part.querySelectorAll("*").forEach(function (one) {
      ["name", "id", "for", "aria-describedby"].forEach(function (key) {
        var said = one.getAttribute(key);
        if (said) one.setAttribute(key, said.replace(name + "-" + from + "-", name + "-" + to + "-"));
      });
      ["aria-label"].forEach(function (key) {
        var said = one.getAttribute(key);
        if (said) one.setAttribute(key, said.replace(new RegExp("\\b" + (from + 1) + "$"), String(to + 1)));
      });
      if (one.matches("button[value]")) one.value = one.value.replace(/ \d+$/, " " + to);
      if (one.matches("input[type=checkbox]")) one.checked = one.defaultChecked = false;
      else if (one.matches("select")) one.selectedIndex = 0;
      else if (one.matches("input:not([type=checkbox]), textarea")) one.value = one.defaultValue = "";
    });
    return part;
  }
  function count(name) { return form.querySelector("[name='" + name + "-count']"); }
  function add(name) {
    var counted = count(name), lines = form.querySelectorAll("[data-line='" + name + "']");
    var last = lines[lines.length - 1], from = Number(counted.value) - 1;
    if (!last || from + 1 >= MOST) return null;
    var made = emptied(last.cloneNode(true), name, from, from + 1);
    var head = made.querySelector("th, .act-number");
    if (head) head.firstChild.textContent = head.firstChild.textContent.replace(/[\d\u06f0-\u06f9]+/, String(from + 2));
    made.querySelectorAll(".visually-hidden").forEach(function (one) { if (/^: \d+$/.test(one.textContent)) one.textContent = ": " + (from + 2); });
    last.after(made);
    counted.value = String(from + 2);
    if (name === "done") columns(from + 2);
    typeIn(made);
    return made;
  }
  function columns(number) {
    form.querySelectorAll("table.grid").forEach(function (table) {
      var heads = table.querySelectorAll("thead .act-column"), head = heads[heads.length - 1];
      if (!head) return;
      var another = head.cloneNode(true);
      another.textContent = head.textContent.replace(/[\d\u06f0-\u06f9]+/, String(number));
      head.after(another);
      table.querySelectorAll("tbody").forEach(function (line) {
        var cells = line.querySelectorAll(".act-cell"), cell = cells[cells.length - 1], copy = cell.cloneNode(true);
        copy.dataset.label = another.textContent;
        var tick = copy.querySelector("input");
        tick.value = String(number);
        tick.checked = tick.defaultChecked = false;
        tick.setAttribute("aria-label", tick.getAttribute("aria-label").replace(/[\d\u06f0-\u06f9]+/, String(number)));
        cell.after(copy);
      });
      table.querySelectorAll(".grid-more td").forEach(function (wide) { wide.colSpan += 1; });
    });
  }
  form.addEventListener("click", function (event) {
    var button = whole && event.target.closest("button[value^='add ']");
    if (!button) return;
    var name = button.value.slice(4), wanted = 1, first = null;
    if (name === "victims") wanted = Math.max(1, parseInt(form.elements.more.value, 10) || 1);
    for (var n = 0; n < wanted; n += 1) { var made = add(name); if (!made) break; first = first || made; }
    if (!first) return;
    event.preventDefault();
    if (name === "victims") form.elements.more.value = "1";
    var field = first.querySelector("input.typed, input:not([type=hidden]), select");
    if (name === "victims") field = first.querySelector("[name$='-kind']");
    if (field) field.focus();
    changed();
  });

  // A group or an institution has more to say; a tick says more than "all".
  form.addEventListener("change", function (event) {
    var field = event.target, kind = /^victims-\d+-kind$/.test(field.name || "");
    if (whole && kind && field.value !== "individual") {
      var more = field.closest("tbody").querySelector("details");
      if (more) more.open = true;
    }
    if (/^victims-\d+-done$/.test(field.name || "") && field.checked) {
      var to = form.elements["done-" + (Number(field.value) - 1) + "-to"];
      if (to && (to.value === "all" || to.value === "سب")) to.value = "";
    }
    look();
  });

  // A well-known kind fills what is empty, and says what it filled.
  function empty(name) {
    var fields = form.querySelectorAll("[name='" + name + "']");
    return fields.length && Array.prototype.every.call(fields, function (one) { return !one.value; }) ? fields : null;
  }
  function put(fields, slugs) {
    var names = [];
    slugs.slice(0, fields.length).forEach(function (slug, n) {
      fields[n].value = slug;
      if (fields[n].value === slug) names.push(fields[n].selectedOptions[0].textContent);
      fields[n].dispatchEvent(new Event("change", { bubbles: true }));
    });
    return names;
  }
  var MANNER = ["means", "stated_reason", "kind_of_place"], PLACES = {
    characteristic: "victims-0-characteristics", victim_status: "victims-0-status", sex: "victims-0-sex",
    perpetrator_type: "perpetrators-0-type"
  };
  function act_line(act) {  // where the act stands already, else where none is chosen
    var types = Array.prototype.slice.call(form.querySelectorAll("[name^='done-'][name$='-type']"));
    var line = types.filter(function (one) { return one.value === act; })[0] || types.filter(function (one) { return !one.value; })[0];
    if (line && types.every(function (one) { return !one.value; })) {
      var to = form.elements[line.name.replace("-type", "-to")];
      if (to && !to.value) to.value = "all";
    }
    return line ? line.name.replace("-type", "-") : "";
  }
  function act_number(name) {
    var lines = form.querySelectorAll(".act-number"), at = /^done-(\d+)-/.exec(name);
    return at && lines.length > 1 ? lines[Number(at[1])].textContent.trim() + ": " : "";
  }
  form.addEventListener("click", function (event) {
    var button = event.target.closest("button[value='fill']"), chosen = form.elements.preset;
    if (!button || !chosen || !chosen.value) return;
    event.preventDefault();
    fetch(form.dataset.codes + "?preset=" + encodeURIComponent(chosen.value), { credentials: "same-origin" })
      .then(function (answer) { return answer.json(); })
      .then(function (answer) {
        var filled = [], line = act_line((answer.fills.act || [])[0]);
        Object.keys(answer.fills).forEach(function (facet) {
          var place = PLACES[facet];
          if (facet === "act") place = line && line + "type";
          if (MANNER.indexOf(facet) >= 0) place = line && empty(facet) && line + facet;  // not where the report says it of all
          var fields = place && empty(place);
          if (!fields) return;
          filled = filled.concat(put(fields, answer.fills[facet]).map(function (name) { return act_number(place) + name; }));
          var more = fields[0].closest("details");
          if (more) more.open = true;
        });
        var note = form.querySelector(".preset .filled") || element("p", { class: "filled soft", role: "status" });
        note.textContent = filled.length ? (words[4] || "…").replace("…", filled.join("; ") + ".") : answer.left;
        button.after(note);
        changed();
      })
      .catch(function () { form.requestSubmit(button); });
  });

  // What a pasted text offers; a press takes it over, nothing is filled in by itself.
  form.addEventListener("click", function (event) {
    var look = event.target.closest("button[value='look']"), place = document.getElementById("offers");
    if (!look || !place || !form.dataset.offers) return;
    event.preventDefault();
    fetch(form.dataset.offers, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" })
      .then(function (answer) { if (!answer.ok) throw new Error(String(answer.status)); return answer.text(); })
      .then(function (piece) { place.innerHTML = piece; })
      .catch(function () { form.requestSubmit(look); });
  });
  form.addEventListener("click", function (event) {
    var button = event.target.closest("button[value^='take ']");
    if (!button) return;
    var said = button.value.split(" "), kind = said[1], value = said.slice(2).join(" "), fields;
    if (kind === "date") fields = form.querySelectorAll("[name='happened']");
    if (kind === "place") fields = form.querySelectorAll("[name='place']");
    if (kind === "age") fields = form.querySelectorAll("[name$='-age']");
    if (kind === "act") fields = form.querySelectorAll("[name^='done-'][name$='-type']");
    fields = Array.prototype.slice.call(fields || []);
    var field = kind === "date" || kind === "place" ? fields[0] : fields.filter(function (one) { return !one.value; })[0];
    if (kind === "act" && fields.some(function (one) { return one.value === value; })) field = fields[0];
    else if (!field && kind === "act") { add("done"); field = form.querySelectorAll("[name^='done-'][name$='-type']")[fields.length]; }
    else if (!field && kind === "age") { add("victims"); field = form.querySelectorAll("[name$='-age']")[fields.length]; }
    if (!field) return;
    event.preventDefault();
    if (!(kind === "act" && fields.some(function (one) { return one.value === value; }))) field.value = value;
    if (kind === "act") {
      var to = form.elements[field.name.replace("-type", "-to")];
      if (to && !to.value) to.value = "all";
    }
    field.dispatchEvent(new Event("change", { bubbles: true }));
    button.setAttribute("aria-pressed", "true");
    button.classList.add("active");
    changed();
  });

  // What is typed is kept sealed every few seconds, once something has changed.
  var kept = "", timer = 0;
  function typed() {
    var data = new FormData(form);
    Array.from(data.keys()).forEach(function (name) { if (/^(do|alike|why-.*)$/.test(name)) data.delete(name); });
    return new URLSearchParams(data).toString();
  }
  function keep() {
    window.clearTimeout(timer);
    timer = 0;
    var now = typed();
    if (!form.dataset.keep || now === kept || form.dataset.sent) return;
    fetch(form.dataset.keep, {
      method: "POST", body: now, credentials: "same-origin", headers: { "Content-Type": "application/x-www-form-urlencoded" }
    }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }).then(function (answer) {
      kept = now;
      say((words[2] || "…").replace("…", answer.kept));
    }).catch(function () { say(words[3]); changed(); });
  }
  function changed() { if (!timer) timer = window.setTimeout(keep, KEEP_EVERY); }
  if (form.dataset.keep) {
    kept = typed();
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
  }

  // Seen before?
  var looking = 0, looked = "";
  function look() {
    if (!form.dataset.near) return;
    window.clearTimeout(looking);
    looking = window.setTimeout(function () {
      var place = document.getElementById("seen-before"), now = typed();
      if (!place || now === looked || !(form.elements.place && form.elements.place.value || form.elements.happened && form.elements.happened.value)) return;
      looked = now;
      fetch(form.dataset.near, {
        method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin"
      }).then(function (answer) { return answer.ok ? answer.text() : ""; })
        .then(function (piece) { place.innerHTML = piece; })
        .catch(function () {});
    }, LOOK_AFTER);
  }

  // Ctrl+Enter saves and goes on to the next; Alt+1, 2, 3 add an act, a victim, an alleged perpetrator.
  form.addEventListener("keydown", function (event) {
    var adds = whole && event.altKey && !event.ctrlKey && { Digit1: "done", Digit2: "victims", Digit3: "perpetrators" }[event.code];
    if (adds) {
      event.preventDefault();
      form.querySelector("button[value='add " + adds + "']").click();
      return;
    }
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    var next = form.querySelector("button[value='save next']") || form.querySelector("button.btn[value='save']");
    if (next) { event.preventDefault(); form.requestSubmit(next); }
  });
})();
