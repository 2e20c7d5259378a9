// Comfort only: every page works without this file.
(function () {
  "use strict";

  // A second press in haste must not send the form twice; a form that gives a file may be sent again later.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    window.setTimeout(function () { delete form.dataset.sent; }, 4000);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });

  // An open menu closes with Escape or a click beside it.
  function close(except) {
    document.querySelectorAll("details.drop[open]").forEach(function (menu) {
      if (!except || !menu.contains(except)) menu.open = false;
    });
  }
  document.addEventListener("click", function (event) { close(event.target); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    var open = document.activeElement.closest("details.drop[open]");
    close(null);
    if (open) open.querySelector("summary").focus();
  });

  // Errors are read first: the summary takes the focus when it is there.
  var errors = document.querySelector(".errors[tabindex]");
  if (errors) errors.focus();

  // Filters marked so apply at once when a choice is made.
  document.addEventListener("change", function (event) {
    var form = event.target.closest("form[data-at-once]");
    if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
  });

  // "Print this page" needs a script; the button is hidden without one.
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
